/// The contact screen: who it is, how long it lasts, what it is about.
@NullMarked
package dev.calmdesk.contact.ui;

import org.jspecify.annotations.NullMarked;
