package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Place;
import dev.calmdesk.fx.control.Signal;
import java.util.Optional;
import java.util.UUID;

/// Something in the knowledge base that needs somebody, as a list shows it.
///
/// @param mark a word that stands out; empty for none
/// @param place where it is read; empty if there is nothing to read yet
/// @param edit where it is worked on
/// @param caseId the case that it came from
/// @param task the report, if it is one
record CareRow(
        String title,
        String detail,
        String mark,
        Signal signal,
        Optional<Place> place,
        Optional<Place> edit,
        Optional<UUID> caseId,
        Optional<UUID> task) {

    static CareRow of(String title, String detail) {
        return new CareRow(
                title, detail, "", Signal.NEUTRAL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    CareRow marked(String word, Signal shown) {
        return new CareRow(title, detail, word, shown, place, edit, caseId, task);
    }

    CareRow readAt(Place target) {
        return new CareRow(title, detail, mark, signal, Optional.of(target), edit, caseId, task);
    }

    CareRow editedAt(Place target) {
        return new CareRow(title, detail, mark, signal, place, Optional.of(target), caseId, task);
    }

    CareRow from(Optional<UUID> origin) {
        return new CareRow(title, detail, mark, signal, place, edit, origin, task);
    }

    CareRow answering(UUID report) {
        return new CareRow(title, detail, mark, signal, place, edit, caseId, Optional.of(report));
    }
}
