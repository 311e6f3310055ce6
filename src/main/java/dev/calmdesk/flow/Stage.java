package dev.calmdesk.flow;

import dev.calmdesk.search.RecordedQuery;
import java.util.List;
import java.util.Map;

/// Where a guided contact stands, for whoever offers lines and knowledge beside it.
///
/// @param flow `COMPLAINT`, `INQUIRY`, or empty while it is open what the matter is
/// @param moments whose lines fit now, the likeliest first
/// @param emotion 1–5, 0 if none was noted
/// @param values placeholder values that the forms give, such as `product`
/// @param recorded what is being recorded, to search by
public record Stage(
        String flow, List<Moment> moments, int emotion, Map<String, String> values, RecordedQuery recorded) {

    /// Before the matter is known.
    public static final Stage OPENING = new Stage(
            "", List.of(Moment.GREET, Moment.VERIFY, Moment.CLARIFY), 0, Map.of(), RecordedQuery.NONE);
}
