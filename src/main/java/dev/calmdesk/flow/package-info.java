/// Guided contacts as content: flows with their steps and gates, and the lines to say at each moment. Pure rules over
/// workplace data.
@NullMarked
package dev.calmdesk.flow;

import org.jspecify.annotations.NullMarked;
