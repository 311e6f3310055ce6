package dev.calmdesk.app;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseList;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.frame.FindSource;
import dev.calmdesk.frame.Found;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// What “find anything” looks through: customers by their cases, cases, knowledge.
final class Finding {

    private static final int MOST = 6;

    private final Workspace workspace;
    private final Texts texts;
    private final Actor actor;

    Finding(Workspace workspace, Texts texts, Actor actor) {
        this.workspace = workspace;
        this.texts = texts;
        this.actor = actor;
    }

    List<FindSource> sources() {
        var knowledge = new FindSource("app.find.knowledge", "fth-book-open", this::knowledge);
        var isAdminOnly = actor.roles().equals(java.util.Set.of(Role.ADMIN));
        return isAdminOnly
                ? List.of(knowledge)
                : List.of(
                        new FindSource("app.find.cases", "fth-folder", this::cases),
                        new FindSource("app.find.customers", "fth-users", this::customers),
                        knowledge);
    }

    private List<Found> cases(String typed) {
        return workspace.cases().page(new CaseList(CaseList.View.ALL, false, typed), actor, null, MOST).stream()
                .map(row -> new Found(
                        row.number() + "  " + row.title(), texts.name(row.state()), new CasePlace(row.id())))
                .toList();
    }

    /// A customer leads to their newest case.
    private List<Found> customers(String typed) {
        return workspace.customers().recognise(typed).candidates().stream()
                .limit(MOST)
                .flatMap(candidate -> workspace.cases().ofCustomer(candidate.customer().id(), 1).stream()
                        .map(row -> new Found(
                                candidate.customer().name() + "  " + candidate.number(),
                                row.number() + " · " + row.title(), new CasePlace(row.id()))))
                .toList();
    }

    private List<Found> knowledge(String typed) {
        var today = LocalDate.ofInstant(workspace.clock().instant(), workspace.zone());
        return Stream.of(Search.Query.of(typed, today).atMost(MOST))
                .flatMap(query -> workspace.search().search(query).hits().stream())
                .map(hit -> new Found(hit.title().text(), texts.name(hit.kind()), new KnowledgePlace(hit.articleId())))
                .toList();
    }
}
