/// What every screen stands on: work in the background, loading of views, navigation, dialogs, theme, binding of forms.
/// No feature, no SQL.
@NullMarked
package dev.calmdesk.fx;

import org.jspecify.annotations.NullMarked;
