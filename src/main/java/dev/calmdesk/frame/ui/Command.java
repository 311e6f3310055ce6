package dev.calmdesk.frame.ui;

/// Something that can be done from everywhere: by its key, or by its name in “find anything”.
///
/// @param keys as printed on buttons; empty if it has none
record Command(String name, String icon, String keys, Runnable act) {}
