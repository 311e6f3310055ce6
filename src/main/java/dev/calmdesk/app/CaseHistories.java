package dev.calmdesk.app;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseVocabulary;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.cases.Naming;
import dev.calmdesk.cases.Strand;
import dev.calmdesk.cases.Telling;
import dev.calmdesk.cases.Tone;
import dev.calmdesk.cases.Vocabulary;
import dev.calmdesk.cases.When;
import dev.calmdesk.complaint.ComplaintVocabulary;
import dev.calmdesk.contact.ContactVocabulary;
import dev.calmdesk.data.Kind;
import dev.calmdesk.inquiry.InquiryVocabulary;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleReport;
import dev.calmdesk.knowledge.ArticleUse;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Tells what happened to a case, with the words that every feature contributes; on the screen and on the command line.
public final class CaseHistories {

    private CaseHistories() {}

    /// @param person how somebody is named
    public static Chronicle of(Workspace workspace, Texts texts, Function<Person, String> person) {
        var workplace = workspace.workplace();
        var ofCases = List.of(
                CaseVocabulary.of(workplace, texts),
                ContactVocabulary.of(),
                ComplaintVocabulary.of(workplace, workspace.catalogue(), texts),
                InquiryVocabulary.of(),
                knowledge(workspace));
        return new Chronicle(
                texts,
                new When(texts, workspace.zone(), workspace.clock()),
                author -> author(workspace, texts, person, author),
                Stream.concat(ofCases.stream(), Stream.of(others(ofCases))).toList());
    }

    /// Records that no case tells of, but whose values are said elsewhere.
    private static Vocabulary others(List<Vocabulary> ofCases) {
        var known = ofCases.stream().flatMap(vocabulary -> vocabulary.kinds().stream()).toList();
        return Vocabulary.of(Kinds.ALL.stream().filter(kind -> !known.contains(kind)).toArray(Kind[]::new));
    }

    private static String author(Workspace workspace, Texts texts, Function<Person, String> person, UUID author) {
        return author.equals(Actor.DESK.id())
                ? texts.get("people.desk_itself")
                : workspace.people().find(author).map(person).orElseGet(() -> texts.get("cases.words.somebody"));
    }

    private static Vocabulary knowledge(Workspace workspace) {
        return new Vocabulary(
                List.of(ArticleUse.KIND, ArticleReport.KIND),
                List.of(
                        Telling.of(Strand.STEPS, "article_use.used", "article_id").seenAs(Tone.FAINT),
                        Telling.of(Strand.STEPS, "article_use.did_not_help", "article_id").seenAs(Tone.FAINT),
                        Telling.of(Strand.STEPS, "article_report.reported", "article_id").seenAs(Tone.FAINT)),
                value -> title(workspace, value));
    }

    private static Optional<String> title(Workspace workspace, Naming.Value value) {
        return switch (value.path()) {
            case "article_use.article_id", "article_report.article_id" ->
                workspace.articles().get(UUID.fromString(value.code())).map(Article::title);
            default -> Optional.empty();
        };
    }
}
