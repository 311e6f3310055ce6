package dev.calmdesk.fx.control;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/// Cells of lists and tables: each makes its node once and fills it again for every row it shows.
public final class Cells {

    private Cells() {}

    /// Rows of a list that wrap to the width of the list.
    ///
    /// @param node makes the node of a cell, such as `PromiseRow::new`
    /// @param fill shows an item in it
    public static <T, N extends Node> Callback<ListView<T>, ListCell<T>> list(
            Supplier<N> node, BiConsumer<? super N, ? super T> fill) {
        return list -> new ListCell<>() {
            private final N content = node.get();

            {
                setPrefWidth(0);
            }

            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                    setGraphic(null);
                } else {
                    fill.accept(content, item);
                    setGraphic(content);
                }
            }
        };
    }

    /// A column of words.
    public static <S> void text(TableColumn<S, String> column, Function<? super S, String> words) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
    }

    /// A column of numbers, aligned to the right.
    public static <S> void number(TableColumn<S, String> column, Function<? super S, String> words) {
        text(column, words);
        column.getStyleClass().add("number");
    }

    /// A column of nodes, such as pills or meters.
    public static <S, N extends Node> void node(
            TableColumn<S, S> column, Supplier<N> node, BiConsumer<? super N, ? super S> fill) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new TableCell<>() {
            private final N content = node.get();

            @Override
            protected void updateItem(@Nullable S item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                    setGraphic(null);
                } else {
                    fill.accept(content, item);
                    setGraphic(content);
                }
            }
        });
    }
}
