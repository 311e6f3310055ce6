package dev.calmdesk.catalogue;

import dev.calmdesk.data.Kind;
import java.util.UUID;

/// What one plant made of one product on one day.
///
/// @param code as printed on the pack, such as `L260911-1`
/// @param madeOn ISO date
/// @param bestBefore ISO date
/// @param plant code of the plant, such as `HZ1`
public record Batch(UUID id, String code, String sku, String madeOn, String bestBefore, String plant) {

    public static final Kind<Batch> KIND = Kind.of("batch", "batch", Batch.class);
}
