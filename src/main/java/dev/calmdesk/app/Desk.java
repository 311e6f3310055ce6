package dev.calmdesk.app;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseVocabulary;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.cases.When;
import dev.calmdesk.cases.ui.CaseWords;
import dev.calmdesk.complaint.ComplaintVocabulary;
import dev.calmdesk.contact.ContactVocabulary;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Pasteboard;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.WindowDialogs;
import dev.calmdesk.inquiry.InquiryVocabulary;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import java.util.List;
import java.util.UUID;

/// What the screens of one window share. Known to this package only; a screen is handed the few parts it needs.
record Desk(
        Workspace workspace,
        Texts texts,
        Views views,
        Background background,
        WindowDialogs dialogs,
        FileChoice files,
        Pasteboard pasteboard,
        Appearance appearance) {

    /// Times as people of the company say them.
    When when() {
        return new When(texts, workspace.zone(), workspace.clock());
    }

    /// Tells histories in words.
    Chronicle chronicle() {
        var workplace = workspace.workplace();
        return new Chronicle(texts, when(), this::author, List.of(
                CaseVocabulary.of(workplace, texts), ContactVocabulary.of(),
                ComplaintVocabulary.of(workplace, workspace.catalogue(), texts), InquiryVocabulary.of()));
    }

    private String author(UUID person) {
        return person.equals(Actor.DESK.id())
                ? texts.get("people.desk_itself")
                : workspace.people().find(person).map(Person::name).orElseGet(() -> texts.get("cases.words.somebody"));
    }

    CaseWords caseWords() {
        return new CaseWords(texts, workspace.workplace(), new PartyNames(workspace.customers(), texts), when());
    }
}
