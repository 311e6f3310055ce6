package dev.calmdesk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.data.Database;
import dev.calmdesk.base.Ids;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.workplace.Workplace;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineIndexTest {

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Database database = Database.inMemory(clock, Ids.timeOrdered(clock));
    private final Workplace workplace = new Workplace(database);
    private final LineIndex index = new LineIndex(workplace);

    @AfterEach
    void close() {
        database.close();
    }

    private void put(String code, String lang, String text) {
        database.writeDo(tx -> workplace.put(
                tx, new UUID(0, 1), Line.TOPIC.name(), lang + "/" + code, 0,
                new Line(code, lang, Moment.HOLD, List.of(), null, List.of(), text)));
    }

    private List<String> found(String typed, String lang) {
        return index.find(typed, Locale.forLanguageTag(lang), 5).stream().map(Line::code).toList();
    }

    @Test
    void aLineIsFoundInItsLanguageOnly() {
        put("hold-1", "zh-CN", "我查一下批次记录，**请稍等**一分钟。");
        put("hold-2", "en", "Let me look at the batch record.");

        assertThat(found("qing shaodeng", "zh-CN")).containsExactly("hold-1");
        assertThat(found("batch", "en")).containsExactly("hold-2");
        assertThat(found("batch", "zh-CN")).isEmpty();
        assertThat(found("", "zh-CN")).isEmpty();
    }

    @Test
    void aNewLineIsFoundAtOnce() {
        assertThat(found("稍等", "zh-CN")).isEmpty();
        put("hold-1", "zh-CN", "请稍等一分钟。");
        assertThat(found("稍等", "zh-CN")).containsExactly("hold-1");
    }
}
