package dev.calmdesk.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import java.time.Duration;

/// A contact as `history.yaml` tells it, with all that came of it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InquiryVisit.class, name = "INQUIRY"),
    @JsonSubTypes.Type(value = ComplaintVisit.class, name = "COMPLAINT")
})
sealed interface Visit permits InquiryVisit, ComplaintVisit {

    String ref();

    String customer();

    /// Agent number of whoever took it.
    String agent();

    int daysAgo();

    /// Local time.
    String at();

    Channel channel();

    Touchpoint touchpoint();

    double minutes();

    /// With the work after it.
    default Duration length() {
        return talk().plus(wrapUp());
    }

    default Duration talk() {
        return Duration.ofSeconds(Math.round(minutes() * 60));
    }

    default Duration wrapUp() {
        return Duration.ofSeconds(25 + Math.round(minutes() * 6));
    }
}
