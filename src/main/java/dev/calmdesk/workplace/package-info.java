/// What a company decides about its service centre: categories, limits, authority, scripts, flows, calendars … Rows that
/// are seeded from a pack and shared like any other record, never settings of one desk and never code.
@NullMarked
package dev.calmdesk.workplace;

import org.jspecify.annotations.NullMarked;
