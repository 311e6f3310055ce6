package dev.calmdesk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Texts;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.flow.Lines.Situation;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.workplace.Workplace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final Map<String, String> KNOWN = Map.of(
            "company", "晨穗", "agentName", "林晓棠", "agentNo", "8021", "timeOfDay", "下午好");

    private final ManualClock clock = new ManualClock("2026-11-22T06:21:00Z");
    private final Database database = Database.inMemory(clock, Ids.timeOrdered(clock));
    private final Workplace workplace = new Workplace(database);
    private final Lines lines = new Lines(workplace);
    private int position;

    @AfterEach
    void close() {
        database.close();
    }

    private void add(
            String code, Moment moment, List<Channel> channels, @Nullable String flow, List<Integer> emotion, String text) {
        var line = new Line(code, "zh-CN", moment, channels, flow, emotion, text);
        database.writeDo(tx -> workplace.put(tx, database.desk().id(), "line", code, position++, Json.write(line)));
    }

    private void add(String code, Moment moment, String text) {
        add(code, moment, List.of(), null, List.of(), text);
    }

    private List<String> offered(Moment moment, Channel channel, String flow, int emotion, Map<String, String> values) {
        return lines.variants(new Situation(Locale.SIMPLIFIED_CHINESE, channel, flow, emotion, values), moment).stream()
                .map(Line::code)
                .toList();
    }

    private static Map<String, String> with(String name, String value) {
        var values = new HashMap<>(KNOWN);
        values.put(name, value);
        return values;
    }

    @Test
    void aKnownCustomerIsGreetedByNameAndAStrangerIsNot() {
        add("plain", Moment.GREET, "您好，我是{agentName}");
        add("named", Moment.GREET, "{customer}，您好");

        assertThat(offered(Moment.GREET, Channel.PHONE, "", 0, with("customer", "周女士"))).containsExactly("named", "plain");
        assertThat(offered(Moment.GREET, Channel.PHONE, "", 0, KNOWN)).containsExactly("plain", "named");
        assertThat(offered(Moment.GREET, Channel.PHONE, "", 0, with("customer", " "))).containsExactly("plain", "named");
    }

    @Test
    void aKnownCustomerIsGreetedByNameEvenWhereAnotherLineIsWrittenForTheFlow() {
        add("plain", Moment.GREET, List.of(), "COMPLAINT", List.of(), "您好，您请说");
        add("named", Moment.GREET, "{customer}，您好");

        assertThat(offered(Moment.GREET, Channel.PHONE, "COMPLAINT", 0, with("customer", "周女士")))
                .containsExactly("named", "plain");
    }

    @Test
    void aLineThatCanBeSaidAtOnceStandsBeforeOneWithAGap() {
        add("two-gaps", Moment.PROMISE, "{promiseTime}前，{department}会回复您");
        add("one-gap", Moment.PROMISE, "{promiseTime}前回复您");
        add("whole", Moment.PROMISE, "我会尽快回复您");

        assertThat(offered(Moment.PROMISE, Channel.PHONE, "", 0, KNOWN)).containsExactly("whole", "one-gap", "two-gaps");
        assertThat(offered(Moment.PROMISE, Channel.PHONE, "", 0, with("promiseTime", "15:00")))
                .containsExactly("one-gap", "whole", "two-gaps");
    }

    @Test
    void whatIsWrittenForThisChannelFlowAndEmotionStandsFirst() {
        add("any", Moment.CALM, "慢慢说");
        add("channel", Moment.CALM, List.of(Channel.PHONE), null, List.of(), "电话里慢慢说");
        add("emotion", Moment.CALM, List.of(), null, List.of(4, 5), "我听到您很生气");
        add("flow", Moment.CALM, List.of(), "COMPLAINT", List.of(), "这件事我来跟进");

        assertThat(offered(Moment.CALM, Channel.PHONE, "COMPLAINT", 5, KNOWN))
                .containsExactly("flow", "emotion", "channel", "any");
    }

    @Test
    void whatFitsAnotherChannelFlowEmotionMomentOrLanguageIsNotOffered() {
        add("chat", Moment.CALM, List.of(Channel.CHAT, Channel.EMAIL), null, List.of(), "x");
        add("inquiry", Moment.CALM, List.of(), "INQUIRY", List.of(), "x");
        add("calm-people", Moment.CALM, List.of(), null, List.of(1, 2), "x");
        add("other-moment", Moment.THANK, "x");
        add("fits", Moment.CALM, List.of(Channel.PHONE), "COMPLAINT", List.of(4), "x");

        assertThat(offered(Moment.CALM, Channel.PHONE, "COMPLAINT", 4, KNOWN)).containsExactly("fits");
        assertThat(lines.variants(new Situation(Locale.ENGLISH, Channel.PHONE, "COMPLAINT", 4, KNOWN), Moment.CALM)).isEmpty();
    }

    @Test
    void whileNoEmotionIsNotedLinesForAnyEmotionAreOffered() {
        add("angry", Moment.EMPATHISE, List.of(), null, List.of(4, 5), "x");
        add("any", Moment.EMPATHISE, "x");

        assertThat(offered(Moment.EMPATHISE, Channel.PHONE, "", 0, KNOWN)).containsExactlyInAnyOrder("angry", "any");
    }

    @Test
    void otherwiseTheOrderOfTheCompanyHolds() {
        add("b", Moment.THANK, "谢谢{agentName}");
        add("a", Moment.THANK, "谢谢您");

        assertThat(offered(Moment.THANK, Channel.PHONE, "", 0, KNOWN)).containsExactly("b", "a");
    }

    @Test
    void shippedLinesGreetEverybodyInEveryLanguageOnEveryChannelWithoutAGap() {
        database.writeDo(tx -> PackFolder.withBundled("chensui", pack -> pack.documents().stream()
                .filter(document -> document.topic().equals("line"))
                .forEach(document -> workplace.put(
                        tx, database.desk().id(), "line", document.code(), document.position(), document.body()))));
        for (var language : Texts.LANGUAGES) {
            for (var channel : Channel.values()) {
                var stranger = lines.variants(new Situation(language, channel, "", 0, KNOWN), Moment.GREET);
                var known = lines.variants(
                        new Situation(language, channel, "", 0, with("customer", "周女士")), Moment.GREET);

                assertThat(stranger).as("%s %s", language, channel).isNotEmpty();
                assertThat(KNOWN.keySet()).containsAll(stranger.getFirst().placeholders());
                if (known.stream().anyMatch(line -> line.placeholders().contains("customer"))) {
                    assertThat(known.getFirst().placeholders()).as("%s %s", language, channel).contains("customer");
                }
            }
        }
    }

    @Test
    void placeholdersAreReadInTheirOrder() {
        assertThat(new Line("x", "en", Moment.GREET, List.of(), null, List.of(), "{a} **b** {c}, {a} {}").placeholders())
                .containsExactly("a", "c", "a");
    }
}
