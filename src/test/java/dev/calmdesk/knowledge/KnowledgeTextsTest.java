package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.data.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KnowledgeTextsTest {

    static final List<Locale> LANGUAGES = Texts.LANGUAGES;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everythingThatIsShownHasItsWords(Locale language) {
        var texts = new Texts(language);

        assertThat(Stream.of(problems(), journal(), acts(), values(), fields()).flatMap(keys -> keys)).allMatch(texts::has);
    }

    private static Stream<String> problems() {
        return Stream.of(
                        "incomplete", "text_missing", "not_a_day", "ends_before_it_begins", "say_what_is_missing",
                        "say_what_to_change", "act_not_yours", "state_does_not_fit", "not_your_draft", "own_draft",
                        "not_a_code", "code_taken", "changed_meanwhile",
                        "file_without_fields", "file_not_yaml", "file_field_missing", "file_field_bad", "file_field_unknown")
                .map(name -> "knowledge.problem." + name);
    }

    private static Stream<String> journal() {
        return Stream.of(
                        "article.imported", "article_use.used", "article_use.did_not_help", "article_report.reported",
                        "article_report.answered", "article_ack.acknowledged", "article_picture.added")
                .map(act -> "journal." + act);
    }

    private static Stream<String> acts() {
        return Arrays.stream(ArticleAct.values()).map(act -> "journal.article." + act.word());
    }

    private static Stream<String> values() {
        return Stream.<Enum<?>[]>of(
                        ArticleKind.values(), Audience.values(), ArticleState.values(), Validity.values(), UseOutcome.values(),
                        ArticleFlaw.values(), ReportOutcome.values())
                .flatMap(Arrays::stream)
                .map(value -> "value." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    private static Stream<String> fields() {
        return Stream.<Kind<?>>of(Article.KIND, ArticleUse.KIND, ArticleReport.KIND, ArticleAck.KIND, ArticlePicture.KIND)
                .flatMap(kind -> kind.fields().keySet().stream()
                        .filter(field -> !field.equals("id"))
                        .map(field -> "field." + kind.name() + "." + field));
    }
}
