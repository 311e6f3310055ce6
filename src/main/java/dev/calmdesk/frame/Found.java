package dev.calmdesk.frame;

import dev.calmdesk.base.Place;

/// One thing found.
///
/// @param detail tells it apart from its namesakes; may be empty
/// @param place where it is opened
public record Found(String title, String detail, Place place) {}
