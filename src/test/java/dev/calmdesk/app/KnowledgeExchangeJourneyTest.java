package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.knowledge.exchange.Plan;
import dev.calmdesk.support.ChosenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who owns the knowledge takes articles in after a look, writes them out, and publishes them.
class KnowledgeExchangeJourneyTest extends DeskJourney {

    private static final String OWNER = "8105";

    @TempDir
    private Path files;

    private Path table(String rows) throws IOException {
        return Files.writeString(files.resolve("新知识.csv"), rows);
    }

    private void choose(String id) {
        onFx(() -> menu().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        settle();
    }

    private MenuButton menu() {
        return shown("#exchange");
    }

    private void enterKnowledge(Path chosen) {
        fileChoice = ChosenFiles.of(chosen);
        enter(OWNER);
        onFx(() -> window.go(new KnowledgePlace(null)));
        settle();
    }

    private static final String GOOD = ",zh-CN,常见问题,怎么开纸质发票,能开纸质发票吗？,目前只开电子发票。,2026-01-01,8105,2027-01-01,红\n";

    @Test
    void anImportIsLookedAtFirstAndThenWritesTheGoodOnes() throws IOException {
        enterKnowledge(table(header() + "paper-invoice" + GOOD + "bad,zh-CN,什么,标题,问,答,某天,8105,2027-01-01,红\n"));
        pictures("knowledge-owner");
        var before = workspace.articles().all(null).size();

        choose("importFile");
        TableView<Plan.Row> table = shown("#table");
        ActButton carryOut = shown("#carryOut");

        assertThat(table.getItems()).hasSize(2);
        assertThat(carryOut.getText()).isEqualTo("只导入可用的 1 条");
        assertThat(workspace.articles().all(null)).hasSize(before);
        pictures("knowledge-import");
        ToggleButton onlyProblems = shown("#onlyProblems");
        onFx(onlyProblems::fire);
        assertThat(table.getItems()).extracting(Plan.Row::code).containsExactly("bad");
        onFx(carryOut::fire);
        settle();
        assertThat(workspace.articles().get("paper-invoice", "zh-CN")).isPresent();
        assertThat(workspace.articles().all(null)).hasSize(before + 1);
        await("the plan is gone", () -> !isOnScreen(table));
    }

    private String header() {
        var names = new String[] {"code", "lang", "kind", "title", "question", "answer", "valid_from", "owner", "review_on"};
        var header = new StringBuilder();
        for (var name : names) {
            header.append(texts.get("field.article." + name)).append(',');
        }
        return header.append("颜色\n").toString();
    }

    @Test
    void anImportThatNobodyWantsWritesNothing() throws IOException {
        enterKnowledge(table(header() + "paper-invoice" + GOOD));
        choose("importFile");
        TableView<Plan.Row> table = shown("#table");

        keys(KeyCode.ESCAPE);

        await("the plan is gone", () -> !isOnScreen(table));
        assertThat(workspace.articles().get("paper-invoice", "zh-CN")).isEmpty();
    }

    @Test
    void theFaqIsPublishedAndOffered() {
        enterKnowledge(files.resolve("faq"));

        choose("publish");

        assertThat(files.resolve("faq/index.html")).content().contains("晨穗帮助中心");
        onFx(() -> robot.lookup("打开帮助中心").queryButton().fire());
        settle();
        assertThat(viewed).containsExactly(files.resolve("faq/index.html"));
        snapshot("knowledge-published");
    }

    @Test
    void articlesAreWrittenOut() {
        enterKnowledge(files.resolve("all.xlsx"));

        choose("exportXlsx");

        assertThat(files.resolve("all.xlsx")).isNotEmptyFile();
    }

    @Test
    void whoDoesNotOwnTheKnowledgeHasNoSuchMenu() {
        enter("8021");
        onFx(() -> window.go(new KnowledgePlace(null)));
        settle();

        assertThat(robot.lookup("#exchange").tryQuery()).isEmpty();
    }
}
