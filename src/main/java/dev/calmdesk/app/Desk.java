package dev.calmdesk.app;

import dev.calmdesk.base.Settings;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.cases.When;
import dev.calmdesk.cases.ui.CaseWords;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Pasteboard;
import dev.calmdesk.fx.Viewer;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.WindowDialogs;
import dev.calmdesk.people.Person;

/// What the screens of one window share. Known to this package only; a screen is handed the few parts it needs.
record Desk(
        Workspace workspace,
        Texts texts,
        Views views,
        Background background,
        WindowDialogs dialogs,
        FileChoice files,
        Viewer viewer,
        Pasteboard pasteboard,
        Appearance appearance,
        Settings settings) {

    /// Times as people of the company say them.
    When when() {
        return new When(texts, workspace.zone(), workspace.clock());
    }

    /// Tells histories in words.
    Chronicle chronicle() {
        return CaseHistories.of(workspace, texts, Person::name);
    }

    CaseWords caseWords() {
        return new CaseWords(texts, workspace.workplace(), new PartyNames(workspace.customers(), texts), when());
    }
}
