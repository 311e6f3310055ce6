/// Measurements, run by name: `./mvnw test -Dtest=AutosaveBench`. Each compares with a bare counterpart in the same run,
/// so that its figure is a ratio and holds on any machine.
@NullMarked
package dev.calmdesk.bench;

import org.jspecify.annotations.NullMarked;
