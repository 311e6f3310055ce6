package dev.calmdesk.catalogue;

import dev.calmdesk.workplace.Localised;
import java.math.BigDecimal;
import java.util.List;

/// A product with its batches as it stands in `products.yaml` of a pack.
///
/// @param price in the major unit, such as `89.00`
public record ProductSheet(
        String sku,
        Localised name,
        String line,
        Localised spec,
        BigDecimal price,
        String ingredients,
        Localised allergens,
        Localised storage,
        int shelfLifeDays,
        List<String> aliases,
        List<BatchSheet> batches) {

    public ProductSheet {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        batches = batches == null ? List.of() : List.copyOf(batches);
    }

    /// @param madeOn ISO date
    /// @param bestBefore ISO date
    public record BatchSheet(String code, String madeOn, String bestBefore, String plant) {}

    /// @throws ArithmeticException if the price has more than two decimals
    long priceMinor() {
        return price.movePointRight(2).longValueExact();
    }
}
