/// The screens of working together: joining a hub, conflicts, problems.
@NullMarked
package dev.calmdesk.sync.ui;

import org.jspecify.annotations.NullMarked;
