package dev.calmdesk.complaint;

import static dev.calmdesk.cases.Strand.NOTES;
import static dev.calmdesk.cases.Strand.REMEDIES;
import static dev.calmdesk.cases.Strand.STEPS;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.Naming;
import dev.calmdesk.cases.Telling;
import dev.calmdesk.cases.Tone;
import dev.calmdesk.cases.Vocabulary;
import dev.calmdesk.catalogue.Catalogue;
import dev.calmdesk.data.Kind;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words of what happens to a complaint.
public final class ComplaintVocabulary implements Naming {

    private static final String[] HEADING = {"case.described", "case.advanced", "case.resolved", "follow_up.planned"};
    private static final String[] KEPT = {
        "soothing.kept", "account.kept", "assessment.kept", "investigation.kept", "decision.kept", "follow_up.kept"
    };

    static final List<Telling> TELLINGS = List.of(
            Telling.of(STEPS, "emotion.noted", "level").seenAs(ComplaintVocabulary::ofEmotion),
            Telling.of(STEPS, "soothing.finished").takingAfter(HEADING),
            Telling.of(STEPS, "account.finished").takingAfter(HEADING),
            Telling.of(STEPS, "assessment.finished", "severity", "category", "department")
                    .seenAs(ComplaintVocabulary::ofSeverity)
                    .takingAfter(HEADING),
            Telling.of(STEPS, "suggestion_use.taken", "about", "chosen").seenAs(Tone.FAINT),
            Telling.of(STEPS, "suggestion_use.overridden", "about", "chosen").seenAs(Tone.FAINT),
            Telling.of(STEPS, "investigation.started"),
            Telling.of(STEPS, "decision.finished", "answer")
                    .seenAs(ComplaintVocabulary::ofAnswer)
                    .takingBefore("investigation.kept")
                    .takingAfter(HEADING),
            Telling.of(STEPS, "follow_up.finished", "received").takingAfter(HEADING),
            Telling.of(STEPS, "follow_up_try.reached").seenAs(Tone.GOOD),
            Telling.of(STEPS, "follow_up_try.missed", "not_reached").seenAs(Tone.WAITING),
            Telling.of(STEPS, "task.asked", "department").seenAs(Tone.WAITING).takingAfter("investigation.started"),
            Telling.of(STEPS, "task.answered", "department").seenAs(Tone.GOOD),
            Telling.of(NOTES, "evidence.added", "name").seenAs(Tone.FAINT),
            Telling.of(NOTES, "evidence.removed", "name").seenAs(Tone.FAINT),
            Telling.of(REMEDIES, "remedy.proposed", "type", "amount_minor"),
            Telling.of(REMEDIES, "remedy.allowed", "type", "amount_minor").seenAs(Tone.GOOD),
            Telling.of(REMEDIES, "remedy.refused", "type", "amount_minor").seenAs(Tone.GRAVE),
            Telling.of(REMEDIES, "remedy.carried_out", "type", "amount_minor").seenAs(Tone.GOOD),
            Telling.of(REMEDIES, "remedy.dropped", "type", "amount_minor").takingAfter("approval.withdrawn"),
            Telling.of(REMEDIES, "approval.asked", "remedy_id.type", "amount_minor")
                    .seenAs(Tone.WAITING)
                    .takingBefore("remedy.proposed"),
            Telling.of(REMEDIES, "approval.approved", "remedy_id.type", "allowed_minor")
                    .seenAs(Tone.GOOD)
                    .takingAfter("remedy.allowed"),
            Telling.of(REMEDIES, "approval.refused", "remedy_id.type", "amount_minor")
                    .seenAs(Tone.GRAVE)
                    .takingAfter("remedy.refused"));

    private final Workplace workplace;
    private final Catalogue catalogue;
    private final Texts texts;

    public ComplaintVocabulary(Workplace workplace, Catalogue catalogue, Texts texts) {
        this.workplace = workplace;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    public static Vocabulary of(Workplace workplace, Catalogue catalogue, Texts texts) {
        var kinds = new ArrayList<Kind<?>>(ComplaintStep.allKinds());
        kinds.addAll(List.of(
                EmotionReading.KIND, Evidence.KIND, SuggestionUse.KIND, DepartmentTask.KIND, Remedy.KIND, Approval.KIND,
                FollowUpTry.KIND));
        var tellings = Stream.concat(TELLINGS.stream(), Stream.of(KEPT).map(ComplaintVocabulary::kept)).toList();
        return new Vocabulary(kinds, tellings, new ComplaintVocabulary(workplace, catalogue, texts));
    }

    /// What is only kept for later is of little weight, and one deed however many records it touches.
    private static Telling kept(String act) {
        return Telling.of(STEPS, act).seenAs(Tone.FAINT).takingAfter(KEPT).takingAfter("case.described");
    }

    private static Tone ofEmotion(Map<String, @Nullable Object> row) {
        return switch (String.valueOf(row.get("level"))) {
            case "4", "5" -> Tone.GRAVE;
            case "3" -> Tone.WAITING;
            default -> Tone.PLAIN;
        };
    }

    private static Tone ofSeverity(Map<String, @Nullable Object> row) {
        return switch (String.valueOf(row.get("severity"))) {
            case "S1" -> Tone.GRAVE;
            case "S2" -> Tone.WAITING;
            default -> Tone.PLAIN;
        };
    }

    private static Tone ofAnswer(Map<String, @Nullable Object> row) {
        return switch (String.valueOf(row.get("answer"))) {
            case "ACCEPTED" -> Tone.GOOD;
            case "REJECTED" -> Tone.GRAVE;
            default -> Tone.WAITING;
        };
    }

    @Override
    public Optional<String> name(Value value) {
        return switch (value.path()) {
            case "account.sku", "case.sku", "inquiry.sku" -> catalogue
                    .find(value.code())
                    .map(product -> product.name(texts.language()));
            case "emotion.level" -> Optional.of(
                    texts.get("complaint.emotion.level", value.code(), texts.get("complaint.emotion." + value.code())));
            case "account.not_known" -> Optional.of("field." + value.code())
                    .map(key -> texts.has(key) ? key : "field.account." + value.code())
                    .filter(texts::has)
                    .map(texts::get);
            case "assessment.harm", "assessment.people", "assessment.media", "assessment.regulator",
                    "assessment.batch" -> fact(value.field(), value.code());
            case "assessment.department", "task.department", "remedy.cost_centre" ->
                choice(Choice.DEPARTMENTS, value.code());
            case "suggestion_use.offered", "suggestion_use.chosen" -> category(value.code());
            case "remedy.type" -> workplace
                    .first(RemedyType.TOPIC, type -> type.code().equals(value.code()))
                    .map(RemedyType::name)
                    .map(this::in);
            case "follow_up.root_cause" -> choice(Choice.ROOT_CAUSES, value.code());
            case "follow_up.closing_code" -> choice(Choice.CLOSING_CODES, value.code());
            case "follow_up.no_rating", "follow_up_try.not_reached" -> choice(Choice.NOT_REACHED_REASONS, value.code());
            default -> Optional.empty();
        };
    }

    /// A severity speaks for itself.
    private Optional<String> category(String code) {
        return Optional.of(Category.path(workplace, code).stream()
                        .map(Category::name)
                        .map(this::in)
                        .collect(Collectors.joining(" · ")))
                .filter(path -> !path.isEmpty());
    }

    private Optional<String> choice(Topic<Choice> topic, String code) {
        return workplace.all(topic).stream()
                .flatMap(Choice::leaves)
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(Choice::name)
                .map(this::in);
    }

    private Optional<String> fact(String fact, String code) {
        return workplace.all(SeverityMatrix.TOPIC).stream()
                .flatMap(matrix -> matrix.facts().stream())
                .filter(known -> known.code().equals(fact))
                .flatMap(known -> known.values().stream())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .map(SeverityMatrix.Value::name)
                .map(this::in);
    }

    private String in(Localised name) {
        return name.in(texts.language());
    }
}
