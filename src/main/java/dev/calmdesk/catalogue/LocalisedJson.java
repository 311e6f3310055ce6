package dev.calmdesk.catalogue;

import dev.calmdesk.data.Json;
import dev.calmdesk.workplace.Localised;
import java.util.TreeMap;

/// Writes texts by language always in the same order, so that equal ones are equal in the store.
final class LocalisedJson {

    private LocalisedJson() {}

    static String of(Localised texts) {
        return Json.write(new TreeMap<>(texts.texts()));
    }
}
