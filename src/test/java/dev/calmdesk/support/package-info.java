/// What tests of several features need.
@NullMarked
package dev.calmdesk.support;

import org.jspecify.annotations.NullMarked;
