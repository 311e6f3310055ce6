package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleAct;
import dev.calmdesk.knowledge.ArticleEditorPlace;
import dev.calmdesk.knowledge.ArticleFlaw;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.ArticleTasks;
import dev.calmdesk.knowledge.KnowledgeCarePlace;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.knowledge.Writings;
import dev.calmdesk.people.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Knowledge is written, looked after and read, each by whoever does it.
class KnowledgeWritingJourneyTest extends DeskJourney {

    private static final String AGENT = "8021";
    private static final String LEAD = "8101";
    private static final String QUALITY = "8105";

    private Writings writings() {
        return new Writings(workspace.database(), workspace.clock());
    }

    private void hand(String agentNo) {
        onFx(window::close);
        enter(agentNo);
    }

    private void press(String id) {
        Button button = shown("#" + id);
        onFx(button::fire);
        settle();
    }

    private Button button(String words) {
        await(words + " is shown", () -> buttons(words).findFirst().isPresent());
        return call(() -> buttons(words).findFirst().orElseThrow());
    }

    private Stream<Button> buttons(String words) {
        return robot.lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals(words) && isOnScreen(button));
    }

    private Stream<String> words() {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .filter(DeskJourney::isOnScreen)
                .map(Labeled::getText)
                .filter(java.util.Objects::nonNull);
    }

    private void write(String name, String text) {
        var field = (TextInputControl) field(name);
        onFx(() -> {
            field.requestFocus();
            field.setText(text);
        });
    }

    private Article newest(Actor by) {
        return workspace.articles().list(ArticleKind.FAQ, "zh-CN").stream()
                .filter(article -> by.id().equals(article.writtenBy()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAgentsDraftIsReviewedPublishedAndFound() {
        enter(AGENT);
        var agent = person;
        onFx(() -> window.go(new KnowledgeCarePlace()));
        press("write");
        tabTo("article.title");
        robot.write("moka coffee machine");
        write("article.question", "摩卡壶怎么第一次清洗？");
        write("article.answer", "先用清水煮三遍，不要用洗洁精。");
        write("article.detail", "## 步骤\n\n1. 拆开\n2. 煮水\n\n| 次数 | 水量 |\n|---|---|\n| 3 | 半壶 |\n\n![图](sha:abc)");
        pictures("knowledge-editor-new");
        keys(KeyCode.CONTROL, KeyCode.S);
        await("it is a draft", () -> words().anyMatch("草稿"::equals));
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("the missing owner is named", () -> words().anyMatch(text -> text.contains("还差 1 处")));
        pictures("knowledge-editor-open-point");
        javafx.scene.control.ComboBox<?> owner = (javafx.scene.control.ComboBox<?>) field("article.owner");
        onFx(() -> owner.getSelectionModel().selectFirst());
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("it is handed in", () -> words().anyMatch("等待审核"::equals));

        hand(LEAD);
        onFx(() -> window.go(new KnowledgeCarePlace()));
        settle();
        await("the draft is listed", () -> words().anyMatch("反馈任务"::equals));
        shelf("TO_REVIEW");
        pictures("knowledge-care-lead");
        onFx(button("处理")::fire);
        settle();
        shown("#reviewed");
        pictures("knowledge-editor-review");
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("it is reviewed", () -> words().anyMatch("反馈任务"::equals));

        hand(QUALITY);
        onFx(() -> window.go(new KnowledgeCarePlace()));
        settle();
        shelf("TO_PUBLISH");
        onFx(button("处理")::fire);
        settle();
        press("published");
        await("it is published", () -> workspace.articles().list(ArticleKind.FAQ, "zh-CN").stream()
                .anyMatch(article -> article.title().equals("moka coffee machine")));
        assertThat(newest(agent).state()).isEqualTo(ArticleState.PUBLISHED);
        workspace.indexes().refresh();
        var found = workspace.indexes().articles().search(Search.Query.of("摩卡壶", LocalDate.now(workspace.zone())).in("zh-CN"));
        assertThat(found.hits().getFirst().title().text()).isEqualTo("moka coffee machine");
    }

    private void shelf(String name) {
        javafx.scene.control.ListView<?> shelves = shown("#shelves");
        onFx(() -> shelves.getItems().stream()
                .filter(shelf -> shelf.toString().equals(name))
                .findFirst()
                .ifPresent(shelf -> select(shelves, shelf)));
        settle();
    }

    @SuppressWarnings("unchecked")
    private static void select(javafx.scene.control.ListView<?> list, Object item) {
        ((javafx.scene.control.ListView<Object>) list).getSelectionModel().select(item);
    }

    @Test
    void aReportIsATaskUntilItIsAnswered() {
        enter(QUALITY);
        var quality = person;
        var article = workspace.articles().list(ArticleKind.POLICY, "zh-CN").stream()
                .filter(known -> known.owner().equals(QUALITY))
                .findFirst()
                .orElseThrow();
        hand(AGENT);
        onFx(() -> window.go(new KnowledgePlace(article.id())));
        settle();
        MenuButton report = shown("#report");
        onFx(() -> report.getItems().get(ArticleFlaw.OUTDATED.ordinal()).fire());
        TextField flaw = shown("#flawWords");
        onFx(flaw::requestFocus);
        robot.write("now five days");
        keys(KeyCode.ENTER);
        await("it is reported", () -> !workspace.articles().reports(article.id()).isEmpty());

        hand(QUALITY);
        await("the rail says so", () -> robot.lookup(".rail-item .badge").queryAllAs(Label.class).stream()
                .anyMatch(badge -> badge.getText().equals("1")));
        pictures("knowledge-home-waiting");
        onFx(() -> window.go(new KnowledgeCarePlace()));
        settle();
        await("the task is listed", () -> words().anyMatch(article.title()::equals));
        pictures("knowledge-care-tasks");
        MenuButton answer = call(() -> robot.lookup(node -> node instanceof MenuButton menu && menu.getText().equals("答复"))
                .<MenuButton>query());
        onFx(() -> answer.getItems().getFirst().fire());
        TextField words = shown("#answerWords");
        onFx(words::requestFocus);
        robot.write("done");
        keys(KeyCode.ENTER);
        await("it is answered", () -> !workspace.articles().reports(article.id()).getFirst().isOpen());
        await("nothing waits", () -> words().anyMatch("这里没有要处理的"::equals));
        assertThat(workspace.articles().reports(article.id()).getFirst().answer()).isEqualTo("done");
        assertThat(workspace.articles().reports(article.id()).getFirst().answeredBy()).isEqualTo(quality.id());
    }

    @Test
    void whatIsLookedForInVainIsATaskOfThoseWhoOwnKnowledge() {
        enter(AGENT);
        onFx(() -> window.go(new KnowledgePlace(null)));
        settle();
        TextInputControl search = call(() -> robot.lookup(node -> node instanceof TextField field && isOnScreen(field)
                        && field.getPromptText().startsWith("问题、拼音"))
                .<TextInputControl>query());
        onFx(() -> search.setText("龘靐齉爩"));
        settle();
        press("missing");
        await("it is reported", () -> new ArticleTasks(workspace.database(), workspace.clock())
                        .count(workspace.people().find(QUALITY).orElseThrow().asActor()) == 1);

        hand(QUALITY);
        onFx(() -> window.go(new KnowledgeCarePlace()));
        settle();
        await("it says what was looked for", () -> words().anyMatch("没查到：龘靐齉爩"::equals));
        onFx(() -> buttons("写一篇知识").toList().getLast().fire());
        settle();
        assertThat(((TextInputControl) field("article.question")).getText()).isEqualTo("龘靐齉爩");
    }

    @Test
    void whatMustBeReadIsConfirmed() {
        enter(QUALITY);
        var id = published("must-read-test", "必读：召回口径", Map.of("article.must_read", "true"));
        hand(AGENT);
        onFx(() -> window.go(new KnowledgePlace(id)));
        settle();
        shown("#acknowledge");
        pictures("knowledge-must-read");
        press("acknowledge");
        await("it is confirmed", () -> robot.lookup("#acknowledge").queryAll().stream().noneMatch(DeskJourney::isOnScreen));

        hand(QUALITY);
        onFx(() -> window.go(new KnowledgePlace(id)));
        settle();
        press("whoRead");
        await("the reader is named", () -> words().anyMatch(text -> text.startsWith("林晓棠 ✓")));
        pictures("knowledge-who-read");
    }

    private UUID published(String code, String title, Map<String, String> more) {
        var form = new java.util.HashMap<>(Map.of(
                "article.code", code, "article.lang", "zh-CN", "article.kind", "POLICY", "article.title", title,
                "article.question", "几天到账？", "article.answer", "三天内到账。", "article.owner", QUALITY,
                "article.valid_from", "2026-01-01", "article.review_on", "2027-06-01",
                "article.detail", "## 说明\n\n- 工作日\n- 节假日顺延"));
        form.putAll(more);
        var id = Article.idOf(code, "zh-CN");
        var owner = workspace.people().find(QUALITY).orElseThrow().asActor();
        workspace.articles().write(owner, id, ArticleAct.PUBLISH, form, Map.of());
        return id;
    }

    @Test
    void anOldVersionIsBroughtBack() {
        enter(QUALITY);
        var id = published("restore-test", "退款时限", Map.of());
        workspace.articles().write(
                person, id, ArticleAct.PUBLISH, Map.of("article.answer", "五个工作日内到账，节假日顺延。"),
                writings().form(id));
        onFx(() -> window.go(ArticleEditorPlace.history(id)));
        settle();
        await("the versions are listed", () -> words().anyMatch(text -> text.startsWith("版本 1 · ")));
        pictures("knowledge-history");
        onFx(button("恢复")::fire);
        await("the old words stand in the form", () ->
                ((TextInputControl) field("article.answer")).getText().equals("三天内到账。"));
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("the old words are published", () ->
                workspace.articles().get(id).orElseThrow().answer().equals("三天内到账。"));
    }

    @Test
    void whatSomebodyElseChangesMeanwhileIsNotOverwritten() {
        enter(QUALITY);
        var id = published("meanwhile-test", "退款时限", Map.of());
        var other = workspace.people().find("8110").orElseThrow().asActor();
        onFx(() -> window.go(ArticleEditorPlace.of(id)));
        settle();
        write("article.answer", "七天内到账。");
        workspace.articles().write(
                other, id, ArticleAct.PUBLISH, Map.of("article.answer", "五天内到账。", "article.title", "退款要几天"),
                writings().form(id));
        await("it is told", () -> words().anyMatch(text -> text.contains("也改了你正在改的")));
        press("compare");
        pictures("knowledge-editor-conflict");
        press("published");
        await("it is refused", () -> words().anyMatch(text -> text.contains("别人刚改了同样的内容")));
        assertThat(workspace.articles().get(id).orElseThrow().answer()).isEqualTo("五天内到账。");

        press("keep_mine");
        press("published");
        await("mine is published over theirs", () ->
                workspace.articles().get(id).orElseThrow().answer().equals("七天内到账。"));
        assertThat(workspace.articles().get(id).orElseThrow().title()).isEqualTo("退款要几天");
    }

    @Test
    void whatWasTypedIsOfferedAgain() {
        enter(AGENT);
        onFx(() -> window.go(new KnowledgeCarePlace()));
        press("write");
        write("article.title", "只写了一半");
        await("it is kept", () -> writings().all(person).stream()
                .anyMatch(writing -> writing.fields().containsValue("只写了一半")));
        tabTo("article.title");
        keys(KeyCode.ESCAPE);
        await("it is left without a loss", () -> words().anyMatch("只写了一半"::equals));
        onFx(window::close);
        workspace.close();
        reopen();
        enter(AGENT);
        onFx(() -> window.go(new KnowledgeCarePlace()));
        settle();
        await("it is offered", () -> words().anyMatch("只写了一半"::equals));
        pictures("knowledge-care-mine");
        onFx(button("处理")::fire);
        settle();
        assertThat(((TextInputControl) field("article.title")).getText()).isEqualTo("只写了一半");
        press("discard");
        await("it is gone", () -> writings().all(person).isEmpty());
    }

    @Test
    void picturesInOtherSizesAndLanguages() {
        enter(QUALITY);
        var id = published("sizes-test", "Refund time", Map.of());
        for (var language : new String[] {"zh-CN", "en"}) {
            onFx(() -> appearance.use(Locale.forLanguageTag(language)));
            for (var size : new int[][] {{1280, 720}, {1440, 900}, {1920, 1080}}) {
                javafx.scene.Parent root = call(() -> window.build());
                for (var place : List.of(new KnowledgeCarePlace(), ArticleEditorPlace.of(id), new KnowledgePlace(id))) {
                    onFx(() -> window.go(place));
                    settle();
                    picture(root, size[0], size[1], "%s-%d-%s".formatted(
                            place.getClass().getSimpleName(), size[0], language));
                }
            }
        }
    }
}
