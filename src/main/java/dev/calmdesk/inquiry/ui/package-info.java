/// The five steps of an inquiry on the screen.
@NullMarked
package dev.calmdesk.inquiry.ui;

import org.jspecify.annotations.NullMarked;
