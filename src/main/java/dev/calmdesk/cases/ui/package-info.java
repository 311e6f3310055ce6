/// Screens of cases: the list, and the page of one case with its history, promises and hand-overs. What a complaint or an
/// inquiry adds to the page comes as a panel from its own feature.
@NullMarked
package dev.calmdesk.cases.ui;

import org.jspecify.annotations.NullMarked;
