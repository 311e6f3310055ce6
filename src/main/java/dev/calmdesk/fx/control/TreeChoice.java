package dev.calmdesk.fx.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One entry of a tree of two levels: first the group, then what it holds. A group that holds nothing is an entry itself.
public class TreeChoice extends HBox {

    /// A combo box cannot tell its prompt from a value by itself.
    private static final PseudoClass UNSET = PseudoClass.getPseudoClass("unset");

    private final ComboBox<Option> groups = new ComboBox<>();
    private final ComboBox<Option> entries = new ComboBox<>();
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private List<Branch> branches = List.of();
    private boolean showing;

    /// A group and what it holds.
    public record Branch(Option group, List<Option> entries) {
        public Branch {
            entries = List.copyOf(entries);
        }

        private boolean holds(String code) {
            return group.code().equals(code) || entries.stream().anyMatch(entry -> entry.code().equals(code));
        }
    }

    public TreeChoice() {
        getStyleClass().add("tree-choice");
        for (var box : List.of(groups, entries)) {
            box.setMaxWidth(Double.MAX_VALUE);
            box.setPrefWidth(160);
            box.setConverter(new ShownAs<>(Option::label));
            box.pseudoClassStateChanged(UNSET, true);
            box.valueProperty().addListener((changed, from, to) -> box.pseudoClassStateChanged(UNSET, to == null));
            HBox.setHgrow(box, Priority.ALWAYS);
        }
        groups.accessibleTextProperty().bind(accessibleTextProperty());
        entries.accessibleTextProperty().bind(entries.promptTextProperty());
        groups.valueProperty().addListener((changed, from, to) -> groupChosen(to));
        entries.valueProperty().addListener((changed, from, to) -> {
            if (!showing && to != null) {
                setValue(to.code());
            }
        });
        value.addListener((changed, from, to) -> showValue());
        getChildren().addAll(groups, entries);
    }

    public final void setBranches(List<Branch> all) {
        branches = List.copyOf(all);
        showing = true;
        groups.getItems().setAll(branches.stream().map(Branch::group).toList());
        showing = false;
        showValue();
    }

    public final List<Branch> getBranches() {
        return branches;
    }

    private void groupChosen(@Nullable Option group) {
        if (showing || group == null) {
            return;
        }
        var branch = branches.stream().filter(each -> each.group().equals(group)).findFirst().orElseThrow();
        showEntries(branch, null);
        setValue(branch.entries().isEmpty() ? group.code() : "");
        if (!branch.entries().isEmpty() && groups.isFocused()) {
            entries.requestFocus();
        }
    }

    /// A code that is not in the tree leaves both boxes empty; an empty one keeps the group that was chosen.
    private void showValue() {
        if (getValue().isEmpty() && entries.getValue() == null) {
            return;
        }
        var branch = branch();
        showing = true;
        groups.setValue(branch.map(Branch::group).orElse(null));
        showing = false;
        branch.ifPresentOrElse(
                found -> showEntries(found, entry(found).orElse(null)), () -> showEntries(null, null));
    }

    private Optional<Branch> branch() {
        return branches.stream().filter(branch -> branch.holds(getValue())).findFirst();
    }

    private Optional<Option> entry(Branch branch) {
        return branch.entries().stream().filter(entry -> entry.code().equals(getValue())).findFirst();
    }

    private void showEntries(@Nullable Branch branch, @Nullable Option chosen) {
        showing = true;
        entries.getItems().setAll(branch == null ? List.of() : branch.entries());
        entries.setValue(chosen);
        entries.setDisable(entries.getItems().isEmpty());
        showing = false;
    }

    @Override
    public void requestFocus() {
        (groups.getValue() == null ? groups : entries).requestFocus();
    }

    /// What stands in the first box while nothing is chosen.
    public final StringProperty groupPromptProperty() {
        return groups.promptTextProperty();
    }

    public final String getGroupPrompt() {
        return groups.getPromptText();
    }

    public final void setGroupPrompt(String text) {
        groups.setPromptText(text);
    }

    /// The same for the second box.
    public final StringProperty entryPromptProperty() {
        return entries.promptTextProperty();
    }

    public final String getEntryPrompt() {
        return entries.getPromptText();
    }

    public final void setEntryPrompt(String text) {
        entries.setPromptText(text);
    }

    /// Code of the chosen entry; empty while none is.
    public final StringProperty valueProperty() {
        return value;
    }

    public final String getValue() {
        return value.get() == null ? "" : value.get();
    }

    public final void setValue(String code) {
        value.set(code);
    }
}
