package dev.calmdesk.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.sync.FillingIn;
import dev.calmdesk.sync.SyncState;
import dev.calmdesk.sync.SyncState.Contact;
import dev.calmdesk.sync.wire.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a person reads of the line to the hub.
class StateWordsTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LAST = Instant.parse("2026-11-22T09:30:00Z");

    private final StateWords english = words(Locale.ENGLISH);

    private static StateWords words(Locale language) {
        return new StateWords(new Texts(language), time -> time.equals(SINCE) ? "[since]" : "[last]");
    }

    private static SyncState state(Contact contact, long waiting) {
        return new SyncState(contact, SINCE, waiting, Optional.of(LAST), Optional.empty(), Optional.empty());
    }

    private static SyncState refused(Refusal.Code code) {
        return new SyncState(Contact.REFUSED, SINCE, 3, Optional.of(LAST), Optional.of(code), Optional.empty());
    }

    @Test
    void everyContactHasWordsOfItsOwnInEveryLanguage() {
        for (var language : Texts.LANGUAGES) {
            var words = words(language);
            assertThat(Contact.values())
                    .extracting(contact -> words.brief(state(contact, 0)))
                    .doesNotHaveDuplicates()
                    .allMatch(text -> !text.isBlank());
            assertThat(Contact.values())
                    .extracting(contact -> words.full(state(contact, 0)))
                    .doesNotHaveDuplicates()
                    .allMatch(text -> !text.isBlank());
        }
    }

    @Test
    void everyRefusalIsExplainedInEveryLanguage() {
        for (var language : Texts.LANGUAGES) {
            assertThat(Arrays.stream(Refusal.Code.values()).map(code -> words(language).full(refused(code))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWaitsIsCountedOnlyIfSomethingWaits() {
        assertThat(english.brief(state(Contact.OFFLINE, 0))).isEqualTo("Offline since [since]");
        assertThat(english.brief(state(Contact.OFFLINE, 12))).isEqualTo("Offline since [since] · 12 to send");
        assertThat(english.brief(state(Contact.BY_STICK, 7))).isEqualTo("By stick · 7 to send");
        assertThat(english.brief(state(Contact.ALONE, 7))).doesNotContain("7");
    }

    @Test
    void onlineTellsWhenAllWasLastInStep() {
        assertThat(english.brief(state(Contact.ONLINE, 0))).isEqualTo("Online · in step at [last]");
        assertThat(english.full(state(Contact.ONLINE, 0))).contains("since: [since]", "in step: [last]");
    }

    @Test
    void beforeTheFirstRoundThereIsNoTimeToTell() {
        var fresh = new SyncState(
                Contact.OFFLINE, SINCE, 0, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(english.full(fresh)).contains("not since the program was started").doesNotContain("[last]");
    }

    @Test
    void howMuchOfThePastIsHereIsToldWhileItComesIn() {
        var late = new SyncState(
                Contact.ONLINE, SINCE, 0, Optional.of(LAST), Optional.empty(), Optional.of(new FillingIn(19_999, 20_000)));

        assertThat(english.brief(late)).isEqualTo("Online · in step at [last] · filling in the past 99%");
        assertThat(english.full(late)).contains("Online since", "19,999 of 20,000", "(99%)");
        assertThat(StateWords.signal(late)).isEqualTo(Signal.OK);
    }

    @Test
    void onlyWhatNeedsSomebodyLooksAlarming() {
        assertThat(Contact.values())
                .filteredOn(contact -> StateWords.signal(state(contact, 0)) == Signal.LATE)
                .containsExactly(Contact.REFUSED, Contact.FAILED);
    }
}
