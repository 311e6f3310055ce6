package dev.calmdesk.cases.ui;

import java.util.Optional;
import javafx.scene.Node;

/// What a complaint or an inquiry adds to the page of its case.
///
/// @param record everything recorded, step by step
/// @param attention what wants a decision, shown above the history
/// @param lifetime closed with the page
public record CasePanel(Node record, Optional<Node> attention, AutoCloseable lifetime) {}
