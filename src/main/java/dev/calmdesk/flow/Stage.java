package dev.calmdesk.flow;

import java.util.List;
import java.util.Map;

/// Where a guided contact stands, for whoever offers lines and knowledge beside it.
///
/// @param flow `COMPLAINT`, `INQUIRY`, or empty while it is open what the matter is
/// @param moments whose lines fit now, the likeliest first
/// @param emotion 1–5, 0 if none was noted
/// @param values placeholder values that the forms give, such as `product`
/// @param knowledge what is being recorded, as a search for knowledge; empty if nothing is yet
public record Stage(String flow, List<Moment> moments, int emotion, Map<String, String> values, String knowledge) {

    /// Before the matter is known.
    public static final Stage OPENING = new Stage("", List.of(Moment.GREET, Moment.VERIFY, Moment.CLARIFY), 0, Map.of(), "");
}
