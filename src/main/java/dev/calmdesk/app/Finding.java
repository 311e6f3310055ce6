package dev.calmdesk.app;

import dev.calmdesk.cases.CaseIndex;
import dev.calmdesk.cases.CaseList;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.customer.Recognition.Candidate;
import dev.calmdesk.flow.Line;
import dev.calmdesk.flow.LineIndex;
import dev.calmdesk.frame.FindSource;
import dev.calmdesk.frame.Found;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.people.Actor;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What “find anything” looks through: cases, customers by their cases, knowledge, lines to say.
final class Finding {

    private static final int MOST = 6;

    private final Desk desk;
    private final Workspace workspace;
    private final Actor actor;
    private final LineIndex lines;

    Finding(Desk desk, Actor actor) {
        this.desk = desk;
        this.workspace = desk.workspace();
        this.actor = actor;
        lines = new LineIndex(workspace.workplace());
    }

    List<FindSource> sources() {
        var forAll = Stream.of(
                new FindSource("app.find.knowledge", "fth-book-open", this::knowledge),
                new FindSource("app.find.lines", "fth-message-square", this::lines));
        var ofCustomers = Stream.of(
                new FindSource("app.find.cases", "fth-folder", this::cases),
                new FindSource("app.find.customers", "fth-users", this::customers));
        return (CaseList.isOpenTo(actor) ? Stream.concat(ofCustomers, forAll) : forAll).toList();
    }

    private List<Found> cases(String typed) {
        return workspace.indexes().cases().find(typed, actor, MOST).stream()
                .map(CaseIndex.Hit::words)
                .map(found -> Found.at(
                        found.number() + "  " + found.title(), desk.texts().name(found.state()), new CasePlace(found.id())))
                .toList();
    }

    /// Those whom a number or name means, then those whose name is like it; each leads to the newest case.
    private List<Found> customers(String typed) {
        var found = new LinkedHashMap<UUID, String>();
        workspace.customers().recognise(typed).candidates().forEach(candidate -> found.put(
                candidate.customer().id(), name(candidate)));
        workspace.indexes().customers().find(typed, MOST).stream()
                .flatMap(id -> workspace.customers().find(id).stream())
                .forEach(customer -> found.putIfAbsent(customer.id(), customer.name()));
        return found.entrySet().stream()
                .limit(MOST)
                .flatMap(entry -> workspace.cases().ofCustomer(entry.getKey(), 1).stream()
                        .map(row -> Found.at(
                                entry.getValue(), row.number() + " · " + row.title(), new CasePlace(row.id()))))
                .toList();
    }

    private static String name(Candidate candidate) {
        return candidate.customer().name() + "  " + candidate.number();
    }

    private List<Found> knowledge(String typed) {
        var today = LocalDate.ofInstant(workspace.clock().instant(), workspace.zone());
        var found = workspace.indexes().articles().search(Search.Query.of(typed, today).atMost(MOST));
        return Stream.of(found)
                .filter(results -> results.nature() == Search.Results.Nature.FOUND)
                .flatMap(results -> results.hits().stream())
                .map(hit -> Found.at(
                        hit.title().text(), desk.texts().name(hit.kind()), new KnowledgePlace(hit.articleId())))
                .toList();
    }

    /// A line is copied, so that it can be said wherever one stands.
    private List<Found> lines(String typed) {
        return lines.find(typed, desk.texts().language(), MOST).stream()
                .map(line -> new Found(line.text().replace("**", ""), desk.texts().name(line.moment()), navigator -> copy(line)))
                .toList();
    }

    private void copy(Line line) {
        desk.pasteboard().put(line.text().replace("**", ""));
        desk.dialogs().notice("app.find.line_copied");
    }
}
