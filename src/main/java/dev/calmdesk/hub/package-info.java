/// The hub: the one place where the work of many desks meets. It keeps no state outside its database.
@NullMarked
package dev.calmdesk.hub;

import org.jspecify.annotations.NullMarked;
