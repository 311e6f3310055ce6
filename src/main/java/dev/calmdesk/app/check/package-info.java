/// Looks through a whole store for what the services would never have let happen: their rules judged again over the rows.
@NullMarked
package dev.calmdesk.app.check;

import org.jspecify.annotations.NullMarked;
