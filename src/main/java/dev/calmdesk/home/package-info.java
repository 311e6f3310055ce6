/// Where a person's day begins: promises, unfinished contacts, today's own figures, news.
@NullMarked
package dev.calmdesk.home;

import org.jspecify.annotations.NullMarked;
