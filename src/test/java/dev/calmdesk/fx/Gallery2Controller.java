package dev.calmdesk.fx;

import dev.calmdesk.fx.control.MultiChoice;
import dev.calmdesk.fx.control.NoticeBar;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.SearchBox;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.fx.control.Signal;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/// Puts the states of controls side by side that a person brings about.
final class Gallery2Controller {

    @FXML
    private TextField wrong;

    @FXML
    private ComboBox<String> combo;

    @FXML
    private ChoiceBox<String> choice;

    @FXML
    private MultiChoice multi;

    @FXML
    private SegmentedChoice nps;

    @FXML
    private Button focusedButton;

    @FXML
    private Button focusedPrimary;

    @FXML
    private Button hoverQuiet;

    @FXML
    private ListView<String> list;

    @FXML
    private SearchBox search;

    @FXML
    private NoticeBar notice;

    @FXML
    private void initialize() {
        set(wrong, "error");
        combo.getItems().setAll("来电", "在线");
        combo.setValue("来电");
        choice.getItems().setAll("质量部", "物流部");
        choice.setValue("质量部");
        multi.setOptions(List.of(new Option("A", "食品安全"), new Option("B", "儿童")));
        multi.setValue("A,B");
        nps.setValue("9");
        set(nps.getChildren().get(3), "focus-visible");
        set(focusedButton, "focused", "focus-visible");
        set(focusedPrimary, "focused", "focus-visible");
        set(hoverQuiet, "hover");
        set(search, "active");
        list.getItems().setAll("双十一延保政策口径（替换旧版）", "新品：山茶花洗发水成分与适用发质", "快递停发地区清单");
        list.getSelectionModel().select(1);
        notice.show("还有 2 项未填：\n· 生产批号\n· 客户期望", Signal.LATE, "关闭");
    }

    private static void set(Node node, String... states) {
        for (var state : states) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
        }
    }
}
