package dev.calmdesk.home.ui;

import dev.calmdesk.flow.Channel;
import java.util.function.Consumer;

/// Where the home screen leads to and other features take over.
///
/// @param beginContact takes a contact that comes in now
public record HomeWays(Consumer<Channel> beginContact, Runnable practise) {}
