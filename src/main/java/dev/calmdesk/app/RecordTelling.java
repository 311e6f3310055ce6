package dev.calmdesk.app;

import dev.calmdesk.base.Place;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.cases.DeskCodes;
import dev.calmdesk.cases.Happening;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.customer.CustomerNumber;
import dev.calmdesk.customer.Masked;
import dev.calmdesk.customer.NumberType;
import dev.calmdesk.data.Field;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.RecordFold;
import dev.calmdesk.data.Rows;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.sync.ui.RecordWords;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Workplace.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says records of every kind with the words that the features have for them.
final class RecordTelling implements RecordWords {

    private static final int HISTORY = 6;

    /// What a record is named after, the first that it has.
    private static final List<String> NAMING =
            List.of("title", "name", "text", "code", "number", "order_no", "reason", "type", "event", "question");

    /// Changes of these have rules of their own, which are judged where they are made.
    private static final Set<String> GOVERNED = Set.of(
            "id", "number", "normalised", "kind", "state", "step", "closing_code", "sha256", "media_type", "bytes",
            "currency", "password", "agent_no", "roles", "active", "code", "topic", "body", "flow", "policy",
            "allowed_minor",
            "reopened", "resolved_at", "closed_at", "answered_at", "done_at", "ended_at", "made_at", "opened_at",
            "updated_at");

    private static final Set<String> DATES = Set.of("valid_from", "valid_to", "review_on", "made_on", "best_before");

    private static final Map<String, Topic<Choice>> CHOICES = Map.of(
            "team", Choice.TEAMS, "to_team", Choice.TEAMS, "department", Choice.DEPARTMENTS, "cost_centre",
            Choice.DEPARTMENTS, "root_cause", Choice.ROOT_CAUSES);

    private final Workspace workspace;
    private final Texts texts;
    private final Chronicle chronicle;
    private final DeskCodes codes;

    RecordTelling(Workspace workspace, Texts texts, Chronicle chronicle) {
        this.workspace = workspace;
        this.texts = texts;
        this.chronicle = chronicle;
        this.codes = new DeskCodes(workspace.database());
    }

    @Override
    public String title(String kind, UUID entity) {
        var row = row(kind, entity);
        var subject = caseOf(entity, row);
        if (kind.equals(Case.KIND.name()) && subject.isPresent()) {
            return caseTitle(subject.get());
        }
        return Stream.of(
                        Stream.of(texts.get("sync.kind." + kind)), headline(kind, row).stream(),
                        subject.map(Case::number).stream())
                .flatMap(parts -> parts)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> headline(String kind, Map<String, @Nullable Object> row) {
        return NAMING.stream()
                .filter(field -> row.get(field) != null)
                .findFirst()
                .map(field -> Case.titleOf(value(kind, field, row.get(field), row)));
    }

    private String caseTitle(Case found) {
        return texts.name(found.kind()) + " " + found.number() + (found.title().isBlank() ? "" : " " + found.title());
    }

    /// The record as its entries make it; for what the hub rejected as they were written here.
    private Map<String, @Nullable Object> row(String kind, UUID entity) {
        return workspace.database().read(handle -> {
            var own = Journal.ofEntity(handle, entity).stream().filter(entry -> entry.kind().equals(kind)).toList();
            return RecordFold.of(own).values();
        });
    }

    private Optional<Case> caseOf(UUID entity, Map<String, @Nullable Object> row) {
        var named = row.get("case_id");
        return workspace.cases().find(named == null ? entity : UUID.fromString(named.toString()));
    }

    @Override
    public String field(String kind, String field) {
        return Stream.of("field." + kind + "." + field, "sync.field." + field)
                .filter(texts::has)
                .findFirst()
                .map(texts::get)
                .orElse(field);
    }

    @Override
    public String value(String kind, String field, @Nullable Object plain, Map<String, ? extends @Nullable Object> row) {
        if (plain instanceof Boolean flag) {
            return texts.get(flag ? "cases.words.yes" : "sync.words.no");
        }
        if (field.equals("password")) {
            return texts.get("sync.words.secret");
        }
        var said = said(kind, field, plain, row);
        return said.isBlank() ? texts.get("sync.words.nothing") : said;
    }

    private String said(String kind, String field, @Nullable Object plain, Map<String, ? extends @Nullable Object> row) {
        if (plain == null) {
            return "";
        }
        if (kind.equals(CustomerNumber.KIND.name()) && (field.equals("number") || field.equals("normalised"))) {
            return row.get("type") instanceof String type
                    ? Masked.number(NumberType.valueOf(type), plain.toString())
                    : Masked.phone(plain.toString());
        }
        return switch (field) {
            case "customer_id" -> customer(plain);
            case "case_id" -> workspace.cases().find(UUID.fromString(plain.toString())).map(this::caseTitle).orElse("");
            default -> chronicle.value(kind, field, plain, new HashMap<>(row));
        };
    }

    private String customer(Object id) {
        return workspace.database().read(handle ->
                        Rows.find(handle, Customer.KIND, UUID.fromString(id.toString())))
                .map(Customer::name)
                .orElse("");
    }

    @Override
    public String act(String kind, String act) {
        return Stream.of("journal." + kind + "." + act, "journal.any." + act)
                .filter(texts::has)
                .findFirst()
                .map(texts::get)
                .orElseGet(() -> texts.get("cases.words.unknown_act"));
    }

    @Override
    public String person(UUID id) {
        return chronicle.person(id);
    }

    @Override
    public String desk(UUID id) {
        var own = workspace.database().desk();
        return own.id().equals(id)
                ? texts.get("sync.words.this_desk", own.code())
                : texts.get("sync.words.other_desk", codes.of(id).orElseGet(() -> ending(id)));
    }

    private static String ending(UUID id) {
        var text = id.toString();
        return text.substring(text.length() - 4);
    }

    @Override
    public String at(Instant at) {
        return chronicle.when().at(at);
    }

    @Override
    public Optional<Place> place(String kind, UUID entity, Optional<UUID> subject) {
        if (kind.equals(Article.KIND.name())) {
            return Optional.of(new KnowledgePlace(entity));
        }
        return workspace.cases().find(subject.orElse(entity)).map(found -> new CasePlace(found.id()));
    }

    @Override
    public List<String> history(UUID subject) {
        var entries = workspace.database().read(handle -> Journal.of(handle, subject));
        return chronicle.tell(entries).reversed().stream().limit(HISTORY).map(this::line).toList();
    }

    private String line(Happening happening) {
        return texts.get("sync.words.happening", happening.when(), happening.sentence(), happening.author());
    }

    @Override
    public Editing editing(String kindName, String fieldName) {
        var kind = Kinds.ALL.stream().filter(each -> each.name().equals(kindName)).findFirst();
        return kind.filter(known -> known.fields().containsKey(fieldName) && !GOVERNED.contains(fieldName))
                .map(known -> editing(known, known.field(fieldName)))
                .orElseGet(Editing::not);
    }

    private Editing editing(Kind<?> kind, Field field) {
        var options = options(field);
        var form = form(kind, field, options);
        return new Editing(form, options, isOptional(kind, field));
    }

    private static Form form(Kind<?> kind, Field field, List<Option> options) {
        if (!options.isEmpty()) {
            return Form.CHOICE;
        }
        var type = field.type();
        if (type == UUID.class || isCode(kind, field)) {
            return Form.NONE;
        } else if (type == Instant.class) {
            return Form.TIME;
        } else if (type == List.class) {
            return Form.ITEMS;
        } else if (type == boolean.class || type == Boolean.class) {
            return Form.YES_NO;
        } else if (type == String.class) {
            return DATES.contains(field.name()) ? Form.DATE : Form.TEXT;
        }
        return field.name().endsWith("_minor") ? Form.MONEY : Form.NUMBER;
    }

    /// Texts that stand for something else.
    private static boolean isCode(Kind<?> kind, Field field) {
        return Set.of("sku", "category", "lang", "name_texts", "spec_texts", "allergen_texts", "storage_texts")
                        .contains(field.name())
                || (kind.name().equals("remedy") && field.name().equals("type"))
                || (kind.name().equals("assessment") && field.type() == String.class && !field.name().equals("remark"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private List<Option> options(Field field) {
        if (field.type().isEnum()) {
            return Arrays.stream(field.type().getEnumConstants())
                    .map(constant -> new Option(((Enum) constant).name(), texts.name((Enum) constant)))
                    .toList();
        }
        if (field.name().equals("category")) {
            return categories();
        }
        return Optional.ofNullable(CHOICES.get(field.name())).map(this::choices).orElse(List.of());
    }

    private List<Option> choices(Topic<Choice> topic) {
        return workspace.workplace().all(topic).stream()
                .flatMap(Choice::leaves)
                .map(choice -> new Option(choice.code(), choice.name().in(texts.language())))
                .toList();
    }

    private List<Option> categories() {
        return workspace.workplace().all(Category.TOPIC).stream()
                .flatMap(RecordTelling::leaves)
                .map(code -> new Option(code, chronicle.value(Case.KIND.name(), "category", code, Map.of())))
                .toList();
    }

    private static Stream<String> leaves(Category category) {
        return category.children().isEmpty()
                ? Stream.of(category.code())
                : category.children().stream().flatMap(RecordTelling::leaves);
    }

    private static boolean isOptional(Kind<?> kind, Field field) {
        return field.type() == List.class
                || Arrays.stream(kind.type().getRecordComponents())
                        .filter(component -> Kind.nameOf(component).equals(field.name()))
                        .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
