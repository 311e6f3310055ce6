/// The complaint wizard: five steps that can be visited in any order, the stages within them, and what stands in the way
/// of finishing one.
@NullMarked
package dev.calmdesk.complaint.ui;

import org.jspecify.annotations.NullMarked;
