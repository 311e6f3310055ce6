package dev.calmdesk.complaint;

import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.Offer.Choice;
import dev.calmdesk.complaint.SuggestionUse.About;
import dev.calmdesk.complaint.SuggestionUse.Basis;
import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import dev.calmdesk.suggestion.Stretch;
import dev.calmdesk.suggestion.Suggested;
import dev.calmdesk.suggestion.TextModel;
import dev.calmdesk.workplace.Workplace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Suggests how to classify what was recorded, and notes what became of it. Nothing is ever taken by itself.
public final class Suggestions {

    /// What is less likely is not worth a look.
    private static final double LEAST = 0.05;

    private static final int MOST = 3;
    private static final int MOST_RAISES = 2;
    private static final Duration COUNTED = Duration.ofDays(90);

    private final Database database;
    private final Workplace workplace;
    private final Cases cases;
    private final Learning learning;
    private final InstantSource clock;
    private final Ids ids;

    public Suggestions(
            Database database, Workplace workplace, Cases cases, Learning learning, InstantSource clock, Ids ids) {
        this.database = database;
        this.workplace = workplace;
        this.cases = cases;
        this.learning = learning;
        this.clock = clock;
        this.ids = ids;
    }

    /// How often what was suggested was chosen, in the last 90 days.
    ///
    /// @param cases in which something was suggested
    /// @param first in which the first was chosen
    /// @param anyOf in which any of those shown was chosen
    public record Taken(int cases, int first, int anyOf) {}

    /// Categories that fit a text: learned ones where enough cases were closed, else those whose listed words it holds.
    public Offer category(String text) {
        var tree = workplace.all(Category.TOPIC);
        var leaves = leaves(tree);
        var learned = learning.learned().filter(known -> text.strip().length() >= Learning.SHORTEST_TEXT);
        var choices = learned.map(known -> learned(known.category(), text, leaves)).orElse(List.of());
        return choices.isEmpty()
                ? new Offer(About.CATEGORY, Basis.WORDS, 0, byWords(text, tree))
                : new Offer(About.CATEGORY, Basis.CASES, learned.orElseThrow().category().size(), choices);
    }

    private static Set<String> leaves(List<Category> tree) {
        return tree.stream()
                .flatMap(category -> category.children().isEmpty()
                        ? Stream.of(category.code())
                        : leaves(category.children()).stream())
                .collect(Collectors.toSet());
    }

    private static List<Choice> byWords(String text, List<Category> tree) {
        return CategoryWords.in(text, tree).stream()
                .limit(MOST)
                .map(found -> new Choice(
                        found.category().code(), Certainty.POSSIBLE, 0, found.words(), List.of()))
                .toList();
    }

    /// @param known codes that there still are
    private List<Choice> learned(TextModel model, String text, Set<String> known) {
        var suggested = model.suggest(text, known.size()).stream()
                .filter(each -> known.contains(each.label()) && each.probability() >= LEAST)
                .limit(MOST)
                .toList();
        var past = pastCases(suggested);
        return suggested.stream().map(each -> choice(each, past)).toList();
    }

    /// Reasons to take it more seriously than the matrix does, one for each severity and the gravest first: what the words
    /// say by the company's rules, and what closed cases with such words were found to be. Never anything milder.
    ///
    /// @param event what happened, in the customer's words
    /// @param more what else was recorded
    public List<Raise> raises(String event, String more, Severity proposed) {
        var raises = new EnumMap<Severity, Raise>(Severity.class);
        SeverityHints.of(workplace).ifPresent(hints -> hints.in(event + "\n" + more).forEach(found ->
                raises.putIfAbsent(found.hint().severity(), Raise.of(found))));
        learnedSeverity(event).ifPresent(learned -> raises.merge(
                Severity.valueOf(learned.code()), Raise.of(learned), (listed, cases) -> listed.restingOn(learned)));
        return raises.values().stream()
                .filter(raise -> raise.severity().isWorseThan(proposed))
                .limit(MOST_RAISES)
                .toList();
    }

    private Optional<Choice> learnedSeverity(String event) {
        return learning.learned()
                .filter(known -> event.strip().length() >= Learning.SHORTEST_TEXT)
                .flatMap(known -> known.severity().suggest(event, 1).stream().findFirst())
                .filter(likeliest -> likeliest.probability() >= Certainty.SUGGESTED)
                .map(likeliest -> choice(likeliest, pastCases(List.of(likeliest))));
    }

    /// The same as something that can be noted.
    public static Offer offer(List<Raise> raises) {
        var isLearned = raises.stream().anyMatch(raise -> raise.choice().probability() > 0);
        return new Offer(
                About.SEVERITY, isLearned ? Basis.CASES : Basis.WORDS, 0, raises.stream().map(Raise::choice).toList());
    }

    private static Choice choice(Suggested suggested, Map<UUID, PastCase> past) {
        return new Choice(
                suggested.label(),
                Certainty.of(suggested.probability()),
                suggested.probability(),
                suggested.words().stream().map(Stretch::text).distinct().toList(),
                suggested.sources().stream().filter(past::containsKey).map(past::get).toList());
    }

    private Map<UUID, PastCase> pastCases(List<Suggested> suggested) {
        var sources = new HashSet<UUID>();
        suggested.forEach(each -> sources.addAll(each.sources()));
        return sources.isEmpty()
                ? Map.of()
                : database.read(handle -> handle.attach(SuggestionStore.class).pastCases(sources)).stream()
                        .collect(Collectors.toMap(PastCase::id, Function.identity()));
    }

    /// Notes what was suggested and what was chosen; the same twice is noted once.
    public void note(Actor by, UUID caseId, Offer offer, String chosen) {
        if (offer.choices().isEmpty() || chosen.isBlank()) {
            return;
        }
        var offered = offer.choices().stream().map(Choice::code).toList();
        database.writeDo(tx -> {
            cases.requireOpen(tx, by, caseId);
            var isKnown = tx.store(SuggestionStore.class)
                    .last(caseId, offer.about())
                    .filter(last -> last.chosen().equals(chosen) && last.offered().equals(offered))
                    .isPresent();
            if (!isKnown) {
                tx.write(SuggestionUse.KIND, ids.next())
                        .set("case_id", caseId)
                        .set("about", offer.about())
                        .set("basis", offer.basis())
                        .set("offered", offered)
                        .set("percent", offer.choices().stream().map(Suggestions::percent).toList())
                        .set("chosen", chosen)
                        .set("taken", offer.rank(chosen))
                        .set("at", clock.instant())
                        .as(offer.rank(chosen) > 0 ? "taken" : "overridden", by.id());
            }
        });
    }

    private static String percent(Choice choice) {
        return String.valueOf(Math.round(choice.probability() * 100));
    }

    /// How suggestions of one thing fared.
    public Taken taken(About about) {
        var counted = database.read(handle ->
                handle.attach(SuggestionStore.class).count(about, clock.instant().minus(COUNTED)));
        return new Taken(counted.asked(), counted.first(), counted.anyone());
    }
}
