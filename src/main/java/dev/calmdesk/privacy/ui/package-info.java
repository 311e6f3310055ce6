/// The way to erase a customer.
@NullMarked
package dev.calmdesk.privacy.ui;

import org.jspecify.annotations.NullMarked;
