package dev.calmdesk.cases;

import static dev.calmdesk.cases.Strand.HANDOVERS;
import static dev.calmdesk.cases.Strand.NOTES;
import static dev.calmdesk.cases.Strand.PROMISES;
import static dev.calmdesk.cases.Strand.STEPS;

import dev.calmdesk.base.Texts;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words of what every case has: its heading, notes, promises, hand-overs.
public final class CaseVocabulary implements Naming {

    static final List<Telling> TELLINGS = List.of(
            Telling.of(STEPS, "case.opened", "kind", "channel"),
            Telling.of(STEPS, "case.identified").seenAs(Tone.FAINT),
            Telling.of(STEPS, "case.described", "title").seenAs(Tone.FAINT),
            Telling.of(STEPS, "case.advanced", "step").seenAs(Tone.FAINT),
            Telling.of(STEPS, "case.resolved").seenAs(Tone.GOOD),
            Telling.of(STEPS, "case.closed", "closing_code")
                    .seenAs(Tone.GOOD)
                    .takingBefore("follow_up.finished", "inquiry.filed", "case.advanced"),
            Telling.of(STEPS, "case.voided", "closing_code").seenAs(Tone.GRAVE),
            Telling.of(STEPS, "case.reopened").seenAs(Tone.WAITING).takingBefore("note.added"),
            Telling.of(HANDOVERS, "case.handed_over", "owner"),
            Telling.of(NOTES, "note.added", "text").seenAs(Tone.FAINT),
            Telling.of(PROMISES, "promise.made", "text").seenAs(Tone.WAITING),
            Telling.of(PROMISES, "promise.kept", "text").seenAs(Tone.GOOD),
            Telling.of(PROMISES, "promise.moved", "text").seenAs(Tone.WAITING).takingAfter("promise.made"),
            Telling.of(PROMISES, "promise.given_up", "text"),
            Telling.of(PROMISES, "promise.handed_over", "text").seenAs(Tone.FAINT),
            Telling.of(HANDOVERS, "transfer.asked", "to_person", "to_team").seenAs(Tone.WAITING),
            Telling.of(HANDOVERS, "transfer.accepted")
                    .seenAs(Tone.GOOD)
                    .takingAfter("case.handed_over", "promise.handed_over"),
            Telling.of(HANDOVERS, "transfer.declined", "answer"),
            Telling.of(HANDOVERS, "transfer.withdrawn"));

    private final Workplace workplace;
    private final Texts texts;

    public CaseVocabulary(Workplace workplace, Texts texts) {
        this.workplace = workplace;
        this.texts = texts;
    }

    public static Vocabulary of(Workplace workplace, Texts texts) {
        return new Vocabulary(
                List.of(Case.KIND, Note.KIND, Promise.KIND, Transfer.KIND),
                TELLINGS,
                new CaseVocabulary(workplace, texts));
    }

    @Override
    public Optional<String> name(Value value) {
        return switch (value.field()) {
            case "category" -> category(value.code());
            case "team", "to_team" -> choice(Choice.TEAMS, value.code());
            default -> switch (value.path()) {
                case "case.step" -> step(String.valueOf(value.row().get("kind")), value.code());
                case "case.closing_code" -> choice(Choice.CLOSING_CODES, value.code())
                        .or(() -> choice(Choice.VOID_REASONS, value.code()));
                case "transfer.reason" -> choice(Choice.TRANSFER_REASONS, value.code());
                default -> Optional.empty();
            };
        };
    }

    private Optional<String> category(String code) {
        return Optional.of(Category.path(workplace, code).stream()
                        .map(Category::name)
                        .map(this::in)
                        .collect(Collectors.joining(" · ")))
                .filter(path -> !path.isEmpty());
    }

    private Optional<String> choice(Topic<Choice> topic, String code) {
        return workplace.first(topic, choice -> choice.code().equals(code)).map(Choice::name).map(this::in);
    }

    private Optional<String> step(String flow, String code) {
        return workplace.first(Flow.TOPIC, known -> known.code().equals(flow)).stream()
                .flatMap(known -> known.steps().stream())
                .filter(step -> step.code().equals(code))
                .findFirst()
                .map(Flow.Step::name)
                .map(this::in);
    }

    private String in(Localised name) {
        return name.in(texts.language());
    }
}
