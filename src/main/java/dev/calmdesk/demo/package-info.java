/// The demonstration store: a made-up company's people, customers and last two weeks, played through the real services
/// with a clock that is set to each moment.
@NullMarked
package dev.calmdesk.demo;

import org.jspecify.annotations.NullMarked;
