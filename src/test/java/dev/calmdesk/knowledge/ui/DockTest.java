package dev.calmdesk.knowledge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.CaseIndex;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.FollowUp;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Views;
import dev.calmdesk.inquiry.Inquiry;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleIndex;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.PackArticles;
import dev.calmdesk.search.RecordedQuery;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.ScriptedDialogs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The knowledge dock beside a complaint of the customer Zhou.
class DockTest extends FxTest {

    private static final RecordedQuery RECORDED = new RecordedQuery(
            "晨穗燕麦奶", "L260911-1", "异味变味", "女儿喝了两口说味道发酸，倒出来看到有絮状沉淀", "退这一箱的钱");

    private final Office office = new Office();
    private final Articles articles = new Articles(office.database, office.clock, office.ids);
    private final ArticleIndex index = ArticleIndex.inMemory(office.database, () -> Synonyms.GENERAL);
    private final CaseIndex cases = CaseIndex.inMemory(
            office.database, Set.of(Account.KIND, Decision.KIND, FollowUp.KIND, Inquiry.KIND), () -> Synonyms.GENERAL);
    private final List<String> inserted = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final List<UUID> opened = new ArrayList<>();
    private final UUID subject = office.complaint(office.lin).id();
    private KnowledgeViewModel model;

    @BeforeEach
    void showDock() {
        office.database.writeDo(tx -> articles.putAll(tx, office.quality.id(), aboutOatMilk()));
        office.closedComplaint();
        index.refresh();
        cases.refresh();
        model = call(() -> new KnowledgeViewModel(
                new KnowledgeViewModel.Services(
                        index, cases, articles, reference -> Optional.empty(), office.database.changes(), () -> LocalDate.of(2026, 11, 22)),
                office.lin, Background.direct(), texts));
        onFx(() -> model.caseIdProperty().set(subject));
        show(call(this::dock));
    }

    private static List<Article> aboutOatMilk() {
        return PackArticles.all().stream()
                .filter(article -> article.products().contains("10442") || article.kind() == ArticleKind.POLICY)
                .toList();
    }

    private HBox dock() {
        var views = new Views(texts);
        var acts = new ArticleActs(
                model, copied::add, new ScriptedDialogs(), answer -> answer, Optional.of((code, answer) -> inserted.add(code)));
        var list = views.load(
                KnowledgeController.class,
                Map.of(KnowledgeController.class, () -> new KnowledgeController(model, texts, acts)));
        var article = views.load(
                ArticleController.class,
                Map.of(ArticleController.class, () -> new ArticleController(model, texts, acts)));
        var like = views.load(
                LikeCaseController.class,
                Map.of(LikeCaseController.class, () -> new LikeCaseController(model, texts, opened::add)));
        list.root().visibleProperty().bind(model.openProperty().isNull().and(model.openCaseProperty().isNull()));
        var dock = new StackPane(list.root(), article.root(), like.root());
        dock.getStyleClass().add("dock");
        return new HBox(dock);
    }

    @AfterEach
    void close() {
        onFx(model::close);
        index.close();
        cases.close();
        office.close();
    }

    private ListView<KnowledgeHit> list() {
        return robot.lookup("#hits").query();
    }

    private List<KnowledgeHit> hits() {
        return call(() -> List.copyOf(list().getItems()));
    }

    private String codeOfFirst() {
        return articles.get(hits().getFirst().id()).map(Article::code).orElse("");
    }

    private void act(String selector) {
        onFx(robot.lookup(selector).<Button>queryAll().stream().filter(Button::isVisible).findFirst().orElseThrow()::fire);
    }

    @Test
    void whatIsRecordedBecomesTheQueryByItself() {
        onFx(() -> model.followedProperty().set(RECORDED));
        snapshot("dock-recorded");

        assertThat(call(() -> model.textProperty().get())).startsWith("晨穗燕麦奶 异味变味").contains("沉淀");
        assertThat(codeOfFirst()).isIn("oat-milk-sediment", "oat-milk-sour");
        assertThat(hits().get(3)).as("not below all articles").isInstanceOf(KnowledgeHit.OfCase.class);
    }

    @Test
    void aQuestionOfOnesOwnStopsTheFollowingUntilItIsTakenUpAgain() {
        onFx(() -> model.textProperty().set("fapiao"));
        onFx(() -> model.followedProperty().set(RECORDED));
        assertThat(call(() -> model.textProperty().get())).isEqualTo("fapiao");

        act("#follow");
        assertThat(call(() -> model.textProperty().get())).contains("燕麦奶");
    }

    @Test
    void theBestOneIsInsertedAndCountedForTheCaseWithoutBeingOpened() {
        onFx(() -> model.followedProperty().set(RECORDED));
        var best = hits().getFirst().id();
        act("#insert");
        act("#insert");

        assertThat(inserted).containsOnly(articles.get(best).orElseThrow().code());
        assertThat(articles.uses(best)).as("one case, one use").isEqualTo(1);
    }

    @Test
    void whatDidNotHelpIsCountedAgainstItInsteadOfTheUse() {
        onFx(() -> model.followedProperty().set(RECORDED));
        var best = hits().getFirst().id();
        act("#copy");
        assertThat(copied).hasSize(1);
        act("#missed");

        assertThat(articles.uses(best)).isZero();
    }

    @Test
    void aLikeCaseIsReadInTheDockAndOpenedOnItsPage() {
        onFx(() -> model.followedProperty().set(RECORDED));
        var like = hits().stream().filter(KnowledgeHit.OfCase.class::isInstance).findFirst().orElseThrow();
        onFx(() -> {
            list().requestFocus();
            list().getSelectionModel().select(like);
        });
        assertThat(robot.lookup("#acts").<FlowPane>query().isVisible()).isFalse();
        press(list(), KeyCode.ENTER);
        snapshot("dock-like-case");

        assertThat(robot.lookup("#outcome").<Label>query().getText()).isEqualTo("整箱退款并赔付，寄回样品检测");
        onFx(robot.lookup("#open").<Button>queryAll().stream()
                .filter(button -> button.getText().equals(texts.get("knowledge.like.open")))
                .findFirst()
                .orElseThrow()::fire);
        assertThat(opened).containsExactly(like.id());
    }

    @Test
    void chipsNarrowToAKindOrToCases() {
        onFx(() -> model.followedProperty().set(RECORDED));
        onFx(() -> model.shelfProperty().set(Shelf.of(ArticleKind.POLICY)));
        assertThat(hits()).isNotEmpty().allSatisfy(hit -> assertThat(hit)
                .isInstanceOfSatisfying(KnowledgeHit.OfArticle.class,
                        article -> assertThat(article.hit().kind()).isEqualTo(ArticleKind.POLICY)));

        onFx(() -> model.shelfProperty().set(Shelf.CASES));
        assertThat(hits()).hasSize(1).allMatch(KnowledgeHit.OfCase.class::isInstance);
    }

    @Test
    void noAnswerIsEmptyWithoutSayingWhatIsOfferedInstead() {
        onFx(() -> model.textProperty().set("жалоба"));
        snapshot("dock-instead");
        assertThat(hits()).isNotEmpty();
        assertThat(robot.lookup("#instead").<Label>query().getText())
                .isEqualTo(texts.get("value.Nature.MOST_USED"));
    }

    @Test
    void whatWasSelectedStaysSelectedWhenTheRecordGrows() {
        onFx(() -> model.followedProperty().set(RECORDED));
        var second = hits().get(1);
        onFx(() -> list().getSelectionModel().select(second));
        onFx(() -> model.followedProperty().set(new RecordedQuery(
                RECORDED.product(), RECORDED.batch(), RECORDED.category(), RECORDED.event() + "，盒子没有破", "")));

        assertThat(call(() -> model.selectedProperty().get())).extracting(KnowledgeHit::id).isEqualTo(second.id());
    }
}
