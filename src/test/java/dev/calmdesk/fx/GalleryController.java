package dev.calmdesk.fx;

import dev.calmdesk.fx.control.Cells;
import dev.calmdesk.fx.control.ClockRing;
import dev.calmdesk.fx.control.HighlightedText;
import dev.calmdesk.fx.control.HighlightedText.Range;
import dev.calmdesk.fx.control.NoticeBar;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.PromiseRow;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.Spoken;
import dev.calmdesk.fx.control.SpokenLine;
import dev.calmdesk.fx.control.Stepper;
import dev.calmdesk.fx.control.TimelineView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Fills the gallery with sample data.
final class GalleryController {

    @FXML
    private Stepper steps;

    @FXML
    private SpokenLine line;

    @FXML
    private VBox promises;

    @FXML
    private VBox results;

    @FXML
    private TimelineView timeline;

    @FXML
    private SegmentedChoice channel;

    @FXML
    private SegmentedChoice emotion;

    @FXML
    private ComboBox<Option> product;

    @FXML
    private TableView<List<String>> table;

    @FXML
    private NoticeBar notice;

    @FXML
    private HBox rings;

    @FXML
    private HighlightedText event;

    @FXML
    private void initialize() {
        steps.getSteps()
                .setAll(
                        new Stepper.Step("安抚", "情绪 4→2", Stepper.State.DONE),
                        new Stepper.Step("记录", "5 要素 · 已填 4", Stepper.State.CURRENT),
                        new Stepper.Step("分类", "还差 2 项", Stepper.State.OPEN_POINTS),
                        new Stepper.Step("解决", "方案 · 审批", Stepper.State.TODO),
                        new Stepper.Step("回访", "满意度 · 复盘", Stepper.State.TODO));
        line.show(Spoken.parse(
                "{customer}，我把您刚才说的记下来了，为了不出错，我再补问一个小地方：您手边还能看到瓶身上的**生产批号**吗？"
                        + "我会在 {promiseTime} 前给您回电。",
                name -> Optional.ofNullable(Map.of("customer", "周女士").get(name)),
                name -> "承诺时间"));
        promises.getChildren()
                .setAll(
                        promise(0.9, "6分", Signal.LATE, "回电 周女士：告知整批抽检安排", "投诉 C-251122-0093 · 食品安全 · 承诺 15:00 前", "紧急"),
                        promise(0.55, "1时", Signal.SOON, "答复 何先生：会员积分为何清零", "咨询 Q-251122-0311 · 在线 · 承诺 16:00 前", "普通"),
                        promise(0.3, "3时", Signal.OK, "回访 宋女士：换货是否收到", "投诉 C-251119-0058 · 第 1 次回访", "回访"));
        results.getChildren()
                .addAll(
                        result("晨穗燕麦奶：沉淀与变质怎么区分", List.of(new Range(2, 5), new Range(6, 8)),
                                "静置分层摇匀即消；有酸味、絮状不散时按疑似变质处理，先停用并留样…", List.of(new Range(10, 11)),
                                "产品 · 有效至 2026-06 · 92% 有用", true),
                        result("疑似食品安全投诉的处理口径", List.of(),
                                "出现身体不适：先问健康，建议就医并保留票据，2 小时内上报质量部…", List.of(new Range(22, 27)),
                                "政策 · v7 · 必读", false));
        timeline.show(List.of(
                new TimelineView.Event("14:21", Signal.ACCENT, "来电接入，情绪 4（愤怒）", "林晓棠 · 席位 A07"),
                new TimelineView.Event("14:24", Signal.ACCENT, "安抚完成，情绪 2", "用语：先问健康"),
                new TimelineView.Event("14:33", Signal.LATE, "定级 S1 · 食品安全 · 质量部", "规则：身体不适 → S1"),
                new TimelineView.Event("14:36", Signal.SOON, "申请先行退款 ¥356，等待审批", "承诺 15:00 前回电")));
        channel.setOptions(List.of(new Option("PHONE", "来电"), new Option("CHAT", "在线"), new Option("EMAIL", "邮件")));
        channel.setValue("PHONE");
        emotion.setValue("4");
        product.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("unset"), true);
        for (var i = 0; i < table.getColumns().size(); i++) {
            var at = i;
            @SuppressWarnings("unchecked")
            var column = (TableColumn<List<String>, String>) table.getColumns().get(i);
            Cells.text(column, row -> row.get(at));
        }
        table.getItems()
                .setAll(
                        List.of("C-251122-0093", "周女士", "食品安全 · 疑似变质", "解决", "6 分"),
                        List.of("C-251122-0088", "许先生", "物流 · 整箱漏液", "记录", "24 分"),
                        List.of("Q-251122-0311", "何先生", "会员 · 积分清零", "待答复", "1 时"));
        table.getSelectionModel().select(0);
        notice.show("投诉 C-251122-0093 已建档，承诺 15:00 前回电。", Signal.OK, "关闭");
        for (var signal : Signal.values()) {
            var ring = new ClockRing();
            ring.show(0.2 + 0.14 * signal.ordinal(), signal.ordinal() + "时", signal);
            rings.getChildren().add(ring);
        }
        event.show("晚饭时打开燕麦奶，女儿喝了两口说味道发酸，倒出来看到有絮状沉淀。女儿当晚肚子不舒服，今早已好转。",
                List.of(new Range(16, 20), new Range(27, 31), new Range(36, 41)));
    }

    private static PromiseRow promise(double share, String left, Signal signal, String title, String detail, String pill) {
        var row = new PromiseRow();
        row.getStyleClass().add("row");
        row.getRing().show(share, left, signal);
        row.show(title, detail);
        row.getPill().show(pill, signal);
        row.setActionText("处理");
        return row;
    }

    private static VBox result(
            String title, List<Range> titleHits, String snippet, List<Range> snippetHits, String meta, boolean chosen) {
        var head = new HighlightedText(title, titleHits);
        head.getStyleClass().add("title");
        var body = new HighlightedText(snippet, snippetHits);
        body.getStyleClass().add("snippet");
        var foot = new Label(meta);
        foot.getStyleClass().add("meta");
        var box = new VBox(head, body, foot);
        box.getStyleClass().add("result");
        if (chosen) {
            box.getStyleClass().add("chosen");
        }
        return box;
    }
}
