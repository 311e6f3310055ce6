package dev.calmdesk.hub;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.calmdesk.data.Json;
import org.jspecify.annotations.Nullable;

/// That a scope went on, as a stream tells it; written down once for all who hear it.
///
/// @param n number of the scope's newest entry
/// @param json of a [dev.calmdesk.sync.wire.Head]
record Event(String scope, long n, String json) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record HeadText(String scope, long n, @Nullable PageText page) {}

    /// Says only where the scope stands.
    static Event of(String scope, long n) {
        return new Event(scope, n, Json.write(new HeadText(scope, n, null)));
    }

    /// Says what it gained, too.
    static Event of(PageText page) {
        return new Event(page.scope(), page.head(), Json.write(new HeadText(page.scope(), page.head(), page)));
    }
}
