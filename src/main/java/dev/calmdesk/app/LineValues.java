package dev.calmdesk.app;

import dev.calmdesk.base.Texts;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.people.Actor;
import dev.calmdesk.workplace.Company;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The placeholder values that do not come from a form: who speaks, for whom, to whom, at what time of day.
final class LineValues {

    /// Minutes that a customer is asked to hold the line for, unless the agent says otherwise.
    private static final String HOLD_MINUTES = "2";

    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;

    LineValues(Texts texts, InstantSource clock, ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    Map<String, String> of(Actor speaker, Optional<Company> company, Optional<Customer> customer) {
        var values = new HashMap<String, String>();
        values.put("agentNo", speaker.agentNo());
        values.put("agentName", speaker.name());
        values.put("timeOfDay", texts.get("flow.time." + timeOfDay(clock.instant().atZone(zone).getHour())));
        values.put("holdMinutes", HOLD_MINUTES);
        company.ifPresent(known -> {
            values.put("company", known.name().in(texts.language()));
            values.put("callbackNumber", known.hotline());
        });
        customer.ifPresent(known -> values.put("customer", known.addressed(texts.language())));
        return Map.copyOf(values);
    }

    private static String timeOfDay(int hour) {
        if (hour < 11) {
            return "morning";
        } else if (hour < 13) {
            return "noon";
        }
        return hour < 18 ? "afternoon" : "evening";
    }
}
