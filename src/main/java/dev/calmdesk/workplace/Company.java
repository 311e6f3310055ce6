package dev.calmdesk.workplace;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.calmdesk.workplace.Workplace.Topic;
import java.time.ZoneId;
import java.util.List;

/// The company that the desk serves.
///
/// @param hotline the number customers call
/// @param timeZone IANA name; decides what day it is and when service hours are
/// @param currency ISO 4217
public record Company(
        String code,
        @JsonProperty("company") Localised name,
        String hotline,
        String timeZone,
        String currency,
        List<String> languages) {

    public static final Topic<Company> TOPIC = new Topic<>("company", Company.class);

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
