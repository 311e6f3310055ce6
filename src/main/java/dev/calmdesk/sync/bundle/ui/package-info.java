/// Where a person joins by a file and exchanges by a stick.
@NullMarked
package dev.calmdesk.sync.bundle.ui;

import org.jspecify.annotations.NullMarked;
