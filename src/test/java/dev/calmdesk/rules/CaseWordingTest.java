package dev.calmdesk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Kind;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.pack.PackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What happens to a case can be told in every language: each problem, gate, act, field and constant has its words.
class CaseWordingTest {

    private static final Path SOURCE = Path.of("src/main/java/dev/calmdesk");
    private static final List<String> PACKAGES =
            List.of("base", "cases", "complaint", "contact", "flow", "inquiry", "pack", "workplace");

    /// Acts whose names are worked out while the program runs, by the file that does so.
    private static final Map<String, List<String>> WORKED_OUT = Map.of(
            "cases/Promises.java", List.of("promise.kept", "promise.moved", "promise.given_up"),
            "cases/Transfers.java", List.of("transfer.accepted", "transfer.declined", "transfer.withdrawn"),
            "complaint/Remedies.java", List.of("approval.approved", "approval.refused", "approval.withdrawn"),
            "complaint/Suggestions.java", List.of("suggestion_use.taken", "suggestion_use.overridden"),
            "complaint/FollowUps.java", List.of("follow_up_try.reached", "follow_up_try.missed"),
            "complaint/StepRecords.java", List.of(
                    "soothing.finished", "soothing.kept", "account.finished", "account.kept", "assessment.finished",
                    "assessment.kept", "investigation.kept", "decision.finished", "decision.kept", "follow_up.finished",
                    "follow_up.kept"),
            "inquiry/Inquiries.java", List.of("inquiry.recorded", "inquiry.kept", "inquiry.filed"));

    /// Never told: ids, what a machine needs, and what only belongs to another field.
    private static final Set<String> UNTOLD =
            Set.of("id", "case_id", "customer_id", "remedy_id", "sha256", "media_type", "currency");

    /// Constants that are a colour, not a word.
    private static final Set<String> UNSAID = Set.of("Tone");

    private static final Pattern PROBLEM =
            Pattern.compile("(?:Problem\\.|\\s)(?:refused|notAllowed|incomplete|unavailable)\\(\\s*\"([a-z_.]+)\"");
    private static final Pattern POINT = Pattern.compile("new Point\\([^\"]*?\"([a-z_.]*[a-z])\"\\)");
    private static final Pattern WRITING =
            Pattern.compile("\\.write\\((\\w+)(\\.KIND)?,(?:(?!\\.write\\().)*?\\.as(?:WhenChanged)?\\((\"[a-z_]+\")?", Pattern.DOTALL);

    @Test
    void everyProblemSaysWhatToDo() {
        var keys = new TreeSet<String>();
        sources().forEach((file, text) -> {
            keys.addAll(found(PROBLEM, text));
            keys.addAll(found(POINT, text));
        });

        assertThat(keys).contains("cases.problem.not_open", "gate.problem.open", "gate.unreadable");
        assertThat(missing(keys)).isEmpty();
    }

    @Test
    void everyPointOfEveryGateSaysHowToSettleIt() {
        var keys = new TreeSet<String>();
        PackFolder.withBundled("chensui", pack -> pack.documents().stream()
                .filter(document -> document.topic().equals(Flow.TOPIC.name()))
                .map(document -> Json.read(document.body(), Flow.class))
                .flatMap(flow -> flow.steps().stream())
                .flatMap(step -> step.gate().stream())
                .forEach(requirement -> keys.add(requirement.point().textKey())));

        assertThat(keys).contains("gate.account.batch", "gate.inquiry.solved");
        assertThat(missing(keys)).isEmpty();
    }

    @Test
    void everyActHasItsSentence() {
        var keys = new TreeSet<String>();
        var dynamic = new TreeSet<String>();
        sources().forEach((file, text) -> {
            var matcher = WRITING.matcher(text);
            while (matcher.find()) {
                if (matcher.group(2) != null && matcher.group(3) != null) {
                    keys.add("journal." + kind(matcher.group(1)).name() + "." + matcher.group(3).replace("\"", ""));
                } else {
                    dynamic.add(file);
                }
            }
        });
        WORKED_OUT.values().forEach(acts -> acts.forEach(act -> keys.add("journal." + act)));

        assertThat(dynamic).isEqualTo(WORKED_OUT.keySet());
        assertThat(keys).contains("journal.case.opened", "journal.remedy.carried_out", "journal.contact.finished");
        assertThat(missing(keys)).isEmpty();
    }

    @Test
    void everyFieldHasItsName() {
        var keys = kinds().values().stream()
                .flatMap(kind -> kind.fields().keySet().stream()
                        .filter(field -> !UNTOLD.contains(field))
                        .map(field -> "field." + kind.name() + "." + field))
                .toList();

        assertThat(missing(keys)).isEmpty();
    }

    @Test
    void everyConstantHasItsName() {
        var keys = types().filter(type -> type.isEnum() && !UNSAID.contains(type.getSimpleName()))
                .flatMap(type -> Stream.of(type.getEnumConstants())
                        .map(constant -> "value." + type.getSimpleName() + "." + ((Enum<?>) constant).name()))
                .toList();

        assertThat(keys).contains("value.Severity.S1", "value.ReadBack.CONFIRMED", "value.View.MINE");
        assertThat(missing(keys)).isEmpty();
    }

    private static List<String> missing(Collection<String> keys) {
        return Texts.LANGUAGES.stream()
                .flatMap(language -> {
                    var texts = new Texts(language);
                    return keys.stream().filter(key -> !texts.has(key)).map(key -> language + " " + key);
                })
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static Kind<?> kind(String typeName) {
        return kinds().get(typeName);
    }

    /// By the simple name of the record.
    private static Map<String, Kind<?>> kinds() {
        var kinds = new TreeMap<String, Kind<?>>();
        types().filter(Class::isRecord).forEach(type -> {
            try {
                kinds.put(type.getSimpleName(), (Kind<?>) type.getField("KIND").get(null));
            } catch (NoSuchFieldException e) {
                // a record that is no row
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        });
        return kinds;
    }

    private static Stream<Class<?>> types() {
        return sources().keySet().stream()
                .filter(file -> !file.contains("/ui/") && !file.endsWith("package-info.java"))
                .flatMap(file -> {
                    var name = "dev.calmdesk." + file.replace(".java", "").replace('/', '.');
                    try {
                        var type = Class.forName(name);
                        return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses()));
                    } catch (ClassNotFoundException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    /// The source by its path below the root package.
    private static Map<String, String> sources() {
        var texts = new TreeMap<String, String>();
        for (var name : PACKAGES) {
            try (var files = Files.walk(SOURCE.resolve(name))) {
                for (var file : new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).toList())) {
                    texts.put(SOURCE.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return texts;
    }
}
