/// Being in contact with a customer: the draft that holds every keystroke while it lasts, and the contact it becomes.
@NullMarked
package dev.calmdesk.contact;

import org.jspecify.annotations.NullMarked;
