package dev.calmdesk.catalogue;

import dev.calmdesk.data.Json;
import dev.calmdesk.data.Kind;
import dev.calmdesk.workplace.Localised;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Something that the company sells. The components ending in `Texts` are JSON of a [Localised]; ask with a language.
///
/// @param line code of the product line, such as `drinks`
/// @param priceMinor list price in the minor unit of the company's currency
/// @param ingredients as printed on the pack
/// @param aliases what customers call it
public record Product(
        UUID id,
        String sku,
        String nameTexts,
        String line,
        String specTexts,
        long priceMinor,
        String ingredients,
        String allergenTexts,
        String storageTexts,
        int shelfLifeDays,
        List<String> aliases) {

    public static final Kind<Product> KIND = Kind.of("product", "product", Product.class);

    public Product {
        aliases = List.copyOf(aliases);
    }

    public String name(Locale language) {
        return names().in(language);
    }

    Localised names() {
        return localised(nameTexts);
    }

    /// What one piece holds, such as `1L×6`.
    public String spec(Locale language) {
        return localised(specTexts).in(language);
    }

    public String allergens(Locale language) {
        return localised(allergenTexts).in(language);
    }

    public String storage(Locale language) {
        return localised(storageTexts).in(language);
    }

    private static Localised localised(String json) {
        return Json.read(json, Localised.class);
    }
}
