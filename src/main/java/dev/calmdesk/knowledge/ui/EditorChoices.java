package dev.calmdesk.knowledge.ui;

import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.TreeChoice.Branch;
import java.util.List;
import java.util.stream.Stream;

/// What there is to choose from while an article is written.
///
/// @param owners agent numbers with names
/// @param products skus with names
public record EditorChoices(List<Option> owners, List<Option> products, List<Branch> categories) {

    /// Every category by itself, with the words of its group.
    List<Option> leaves() {
        return categories.stream()
                .flatMap(branch -> Stream.concat(
                        Stream.of(branch.group()),
                        branch.entries().stream()
                                .map(entry -> new Option(entry.code(), branch.group().label() + " / " + entry.label()))))
                .toList();
    }
}
