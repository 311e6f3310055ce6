package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.When;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleEditorPlace;
import dev.calmdesk.knowledge.ArticleRights;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.ArticleTask;
import dev.calmdesk.knowledge.KnowledgeFigures;
import dev.calmdesk.knowledge.KnowledgeFigures.Line;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.knowledge.Writing;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what in the knowledge base needs somebody and puts it into words; off the FX thread.
final class CareReader {

    private static final int MOST = 100;
    private static final int MOST_USED = 20;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration UNREAD = Duration.ofDays(14);

    private final Actor by;
    private final CareServices services;
    private final Texts texts;
    private final Ids ids;

    CareReader(Actor by, CareServices services, Texts texts, Ids ids) {
        this.by = by;
        this.services = services;
        this.texts = texts;
        this.ids = ids;
    }

    /// Everything that is shown, read at one moment.
    ///
    /// @param month how many of the cases closed in the last thirty days have an article
    /// @param quarter the same of ninety days
    record State(
            Map<CareShelf, List<CareRow>> shelves, KnowledgeFigures.LinkRate month, KnowledgeFigures.LinkRate quarter) {}

    State read() {
        var now = services.when().now();
        var shelves = new EnumMap<CareShelf, List<CareRow>>(CareShelf.class);
        CareShelf.of(by).forEach(shelf -> shelves.put(shelf, rows(shelf, now)));
        return new State(
                shelves, services.figures().linkRate(now.minus(MONTH)),
                services.figures().linkRate(now.minus(KnowledgeFigures.STALE)));
    }

    private List<CareRow> rows(CareShelf shelf, Instant now) {
        var figures = services.figures();
        var today = LocalDate.ofInstant(now, services.when().zone());
        return switch (shelf) {
            case TASKS -> services.tasks().open(by).stream().map(this::task).toList();
            case TO_REVIEW -> edited(figures.toReview(by, now), this::waiting);
            case TO_PUBLISH -> edited(figures.toPublish(now), this::waiting);
            case REVIEW_DUE -> edited(figures.reviewDue(by, today, now), line -> row(line, texts.get(
                            "knowledge.care.due", owner(line), line.reviewOn()))
                    .marked(texts.get("knowledge.care.overdue"), Signal.SOON));
            case STALE -> edited(figures.stale(today, now), line -> row(line, texts.get(
                    "knowledge.care.uses", line.used(), line.missed(), owner(line))));
            case MINE -> mine(now);
            case OWED -> figures.owed(by, lang(), today, now).stream()
                    .map(line -> row(line, texts.get("knowledge.care.since", at(line.updatedAt()), owner(line))))
                    .toList();
            case UNREAD -> services.articles().unread(by.id(), lang(), now.minus(UNREAD), MOST).stream()
                    .map(this::unread)
                    .toList();
            case REPORTED -> services.tasks().reportedBy(by, now.minus(MONTH)).stream()
                    .map(this::reported)
                    .toList();
            case MUST_READ -> edited(figures.mustReads(now), line -> row(line, texts.get(
                    "knowledge.care.since", at(line.updatedAt()), owner(line))));
            case MOST_USED -> edited(figures.mostUsed(now, MOST_USED), line -> row(line, texts.get(
                    "knowledge.care.uses", line.used(), line.missed(), owner(line))));
            case UNLINKED -> figures.unlinked(now.minus(MONTH), MOST).stream()
                    .map(found -> CareRow.of(found.number() + " " + found.title(), texts.get(
                                    "knowledge.care.closed", at(found.closedAt())))
                            .from(Optional.of(found.id())))
                    .toList();
            case ARCHIVED -> edited(figures.archived(now), line -> row(line, texts.get(
                    "knowledge.care.since", at(line.updatedAt()), owner(line))));
        };
    }

    private CareRow task(ArticleTask task) {
        var detail = joined(
                task.articleId().isEmpty() ? "" : task.text(), task.reporter(), task.caseNumber().orElse(""),
                at(task.at()));
        var row = CareRow.of(title(task), detail)
                .marked(texts.name(task.flaw()), Signal.SOON)
                .from(task.caseNumber().isEmpty() ? Optional.empty() : task.caseId())
                .answering(task.reportId());
        return task.articleId()
                .map(id -> row.readAt(new KnowledgePlace(id)).editedAt(ArticleEditorPlace.of(id)))
                .orElseGet(() -> row.editedAt(ArticleEditorPlace.fresh(ids.next(), lang(), task.text())));
    }

    private String title(ArticleTask task) {
        return task.articleId().isEmpty() ? texts.get("knowledge.care.looked_for", task.text()) : task.title();
    }

    private CareRow reported(ArticleTask task) {
        var told = task.reply()
                .map(reply -> texts.get(
                        "knowledge.care.reply", at(reply.at()), reply.by().isEmpty() ? "–" : reply.by(),
                        texts.name(reply.outcome()), reply.answer()))
                .orElseGet(() -> texts.get("knowledge.care.no_reply", at(task.at())));
        var row = CareRow.of(title(task), task.articleId().isEmpty() ? told : joined(task.text(), told))
                .marked(texts.name(task.flaw()), task.reply().isEmpty() ? Signal.SOON : Signal.NEUTRAL)
                .from(task.caseNumber().isEmpty() ? Optional.empty() : task.caseId());
        return task.articleId().map(id -> row.readAt(new KnowledgePlace(id))).orElse(row);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    private List<CareRow> mine(Instant now) {
        var lines = services.figures().drafts(by, now);
        var writings = services.writings().all(by);
        var listed = new HashSet<>(lines.stream().map(Line::id).toList());
        var rows = new ArrayList<CareRow>();
        writings.stream()
                .filter(writing -> !listed.contains(writing.articleId()))
                .map(this::unfinished)
                .forEach(rows::add);
        rows.addAll(edited(lines, line -> {
            var isTyped = writings.stream().anyMatch(writing -> writing.articleId().equals(line.id()));
            var row = row(line, line.remark() == null
                    ? texts.get("knowledge.care.since", at(line.updatedAt()), owner(line))
                    : texts.get("knowledge.editor.remark", line.remark()));
            return isTyped
                    ? row.marked(texts.get("knowledge.care.typed"), Signal.SOON)
                    : line.offeredAt() != null
                            ? row.marked(texts.get("knowledge.editor.offered"), Signal.INFO)
                            : row.marked(texts.name(line.state()), Signal.NEUTRAL);
        }));
        return rows;
    }

    private CareRow unfinished(Writing writing) {
        var title = writing.fields().getOrDefault("article.title", writing.base().getOrDefault("article.title", ""));
        return CareRow.of(
                        title.isBlank() ? texts.get("knowledge.care.untitled") : title,
                        texts.get("knowledge.care.saved_here", at(writing.savedAt())))
                .marked(texts.get("knowledge.care.typed"), Signal.SOON)
                .editedAt(ArticleEditorPlace.of(writing.articleId()));
    }

    private CareRow unread(Article article) {
        var row = CareRow.of(article.title(), texts.get(
                        "knowledge.care.updated", texts.name(article.kind()), at(article.updatedAt())))
                .readAt(new KnowledgePlace(article.id()));
        return article.mustRead() ? row.marked(texts.get("knowledge.dock.must_read"), Signal.LATE) : row;
    }

    private CareRow waiting(Line line) {
        var since = line.offeredAt() == null ? line.updatedAt() : line.offeredAt();
        return row(line, texts.get("knowledge.care.waiting", owner(line), at(since)));
    }

    private List<CareRow> edited(List<Line> lines, java.util.function.Function<Line, CareRow> row) {
        return lines.stream()
                .limit(MOST)
                .map(line -> row.apply(line).editedAt(ArticleEditorPlace.of(line.id())))
                .toList();
    }

    private CareRow row(Line line, String detail) {
        var row = CareRow.of(line.title(), texts.get("value.ArticleKind." + line.kind()) + " · " + detail);
        return line.state() == ArticleState.PUBLISHED ? row.readAt(new KnowledgePlace(line.id())) : row;
    }

    private String owner(Line line) {
        return line.ownerName().isEmpty() ? line.owner().isEmpty() ? "–" : line.owner() : line.ownerName();
    }

    private String at(Instant instant) {
        return services.when().at(instant);
    }

    String lang() {
        return texts.language().getLanguage().equals("zh") ? "zh-CN" : texts.language().toLanguageTag();
    }

    ArticleEditorPlace fresh() {
        return ArticleEditorPlace.fresh(ids.next(), lang(), "");
    }

    boolean owns() {
        return ArticleRights.owns(by);
    }
}
