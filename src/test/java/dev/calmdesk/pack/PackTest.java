package dev.calmdesk.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.calmdesk.cases.Category;
import dev.calmdesk.catalogue.ProductSheet;
import dev.calmdesk.clock.TimeLimit;
import dev.calmdesk.complaint.RemedyType;
import dev.calmdesk.complaint.SeverityMatrix;
import dev.calmdesk.data.Json;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.flow.Line;
import dev.calmdesk.flow.Moment;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.people.Role;
import dev.calmdesk.people.Team;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Workplace.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// The pack that is shipped with the product is whole: every file is read into its record, and every code that one file
/// names exists in another.
class PackTest {

    private static final Set<String> PLACEHOLDERS = Set.of(
            "company", "agentNo", "agentName", "customer", "timeOfDay", "product", "batch", "caseNumber", "promiseTime",
            "callbackNumber", "department", "remedy", "holdMinutes", "summary");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /// Where a person talks to a person.
    private static final Set<Channel> HUMAN =
            Set.of(Channel.PHONE, Channel.CHAT, Channel.EMAIL, Channel.SOCIAL, Channel.IN_PERSON);

    private static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "en");

    /// Codes of limits that services start by name.
    private static final List<String> LIMITS = List.of(
            "acknowledge-online", "acknowledge-mail", "assess", "complaint-settled", "investigate", "tell-decision",
            "urgent-complaint-start", "follow-up-first", "simple-settled", "inquiry-reply");

    private final Pack pack = PackFolder.fromBundled("chensui", Pack::read);

    private <T> List<T> all(Topic<T> topic) {
        return pack.documents().stream()
                .filter(document -> document.topic().equals(topic.name()))
                .map(document -> Json.read(document.body(), topic.type()))
                .toList();
    }

    /// Content that the program does not read into records of its own yet.
    private List<JsonNode> raw(String topic) {
        return all(new Topic<>(topic, JsonNode.class));
    }

    private static JsonNode file(String name) {
        return Json.read(PackFolder.fromBundled("chensui", folder -> folder.json(name)), JsonNode.class);
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText).toList();
    }

    private Set<String> codes(Topic<Choice> topic) {
        return all(topic).stream().map(Choice::code).collect(Collectors.toSet());
    }

    private Set<String> leaves(Topic<Choice> topic) {
        return all(topic).stream().flatMap(Choice::leaves).map(Choice::code).collect(Collectors.toSet());
    }

    private List<Category> leafCategories() {
        return all(Category.TOPIC).stream().flatMap(top -> top.children().stream()).toList();
    }

    private Set<String> categoryCodes() {
        return leafCategories().stream().map(Category::code).collect(Collectors.toSet());
    }

    private Map<String, ProductSheet> products() {
        return pack.products().stream().collect(Collectors.toMap(ProductSheet::sku, product -> product));
    }

    private static Set<String> people() {
        return each(file("demo/people.yaml").get("people"))
                .map(person -> person.get("agentNo").asText())
                .collect(Collectors.toSet());
    }

    private Set<String> articleCodes(String lang) {
        return pack.articles().stream()
                .filter(article -> article.lang().equals(lang))
                .map(Article::code)
                .collect(Collectors.toSet());
    }

    @Test
    void everyTopicIsThere() {
        var topics = pack.documents().stream().map(PackFolder.Document::topic).collect(Collectors.toSet());

        assertThat(topics).contains(
                "company", "team", "department", "calendar", "limit", "authority", "remedy", "category", "root-cause",
                "closing-code", "transfer-reason", "not-reached-reason", "void-reason", "severity", "severity-hints", "bulletin", "norm",
                "scorecard", "flow", "scenario", "exam", "plan", "line");
    }

    @Test
    void everyWordingThatAPersonChoosesFromIsThereInAllLanguages() {
        var broken = new ArrayList<String>();
        for (var document : pack.documents()) {
            if (!Set.of("scenario", "exam", "line").contains(document.topic())) {
                collectPartial(Json.read(document.body(), JsonNode.class), document.topic() + "/" + document.code(), broken);
            }
        }

        assertThat(broken).isEmpty();
    }

    /// Objects that hold a text, or words, by language must hold all three.
    private static void collectPartial(JsonNode node, String where, List<String> broken) {
        if (node.isObject() && node.has("zh-CN")) {
            LANGUAGES.stream()
                    .filter(language -> node.path(language).asText().isBlank() && node.path(language).isEmpty())
                    .forEach(language -> broken.add(where + " " + language));
        }
        node.forEach(child -> collectPartial(child, where, broken));
    }

    @Test
    void categoriesNameDepartmentsAndSeverities() {
        var departments = codes(Choice.DEPARTMENTS);

        assertThat(leafCategories()).allSatisfy(category -> {
            assertThat(departments).as(category.code()).contains(category.department());
            assertThat(category.code()).contains("/");
        });
        assertThat(leafCategories().stream().filter(category -> category.defaultSeverity() == null)
                        .map(Category::code))
                .allMatch(code -> code.startsWith("product/"));
    }

    @Test
    void theLimitsThatServicesStartAreThere() {
        assertThat(all(TimeLimit.TOPIC).stream().map(TimeLimit::code)).containsAll(LIMITS);
        for (var channel : Channel.values()) {
            assertThat(LIMITS.stream()
                            .filter(code -> !code.equals("acknowledge-mail"))
                            .filter(code -> TimeLimit.mostSpecific(
                                            all(TimeLimit.TOPIC), code, channel.name(),
                                            code.startsWith("urgent") ? "URGENT" : "NORMAL")
                                    .isEmpty()))
                    .as(channel.name())
                    .isEmpty();
        }
    }

    @Test
    void teamsAreLedByPeople() {
        assertThat(all(Team.TOPIC).stream().map(Team::lead)).isSubsetOf(people());
    }

    @Test
    void theSeverityMatrixAsksWhatItJudgesBy() {
        var matrix = all(SeverityMatrix.TOPIC).getFirst();
        var values = matrix.facts().stream().collect(Collectors.toMap(
                SeverityMatrix.Fact::code,
                fact -> fact.values().stream().map(SeverityMatrix.Value::code).collect(Collectors.toSet())));

        assertThat(matrix.rules()).allSatisfy(rule -> rule.when().forEach((fact, wanted) ->
                assertThat(values.get(fact)).as(fact).containsAll(wanted)));
        assertThat(values.keySet())
                .isSubsetOf(dev.calmdesk.complaint.Assessment.KIND.fields().keySet());
    }

    @Test
    void flowsAskForWhatExists() {
        var known = Gates.knownFacts();
        var unknown = new TreeSet<String>();
        all(Flow.TOPIC).forEach(flow -> flow.steps().forEach(step -> step.gate().forEach(requirement -> {
            Stream.concat(requirement.need().stream(), requirement.when().keySet().stream())
                    .filter(name -> !known.contains(name))
                    .forEach(unknown::add);
        })));

        assertThat(unknown).isEmpty();
        assertThat(all(Flow.TOPIC)).allSatisfy(flow ->
                assertThat(flow.steps()).hasSize(5).allSatisfy(step -> assertThat(step.moments()).isNotEmpty()));
    }

    @Test
    void linesUseKnownPlaceholders() {
        assertThat(all(Line.TOPIC)).allSatisfy(line ->
                assertThat(PLACEHOLDERS).as(line.lang() + " " + line.code()).containsAll(line.placeholders()));
    }

    @Test
    void linesSayTheSameInAllLanguages() {
        var codes = new TreeMap<String, Set<String>>();
        all(Line.TOPIC).forEach(line -> codes.computeIfAbsent(line.lang(), lang -> new TreeSet<>())
                .add(line.code() + " " + line.moment() + " " + line.channels() + " " + line.flow() + " " + line.emotion()));

        assertThat(codes.keySet()).containsExactlyInAnyOrderElementsOf(LANGUAGES);
        assertThat(codes.get("zh-TW")).isEqualTo(codes.get("zh-CN"));
        assertThat(codes.get("en")).isEqualTo(codes.get("zh-CN"));
    }

    @Test
    void everyMomentHasLinesOnEveryChannelWherePeopleTalk() {
        var missing = new ArrayList<String>();
        for (var moment : Moment.values()) {
            for (var channel : HUMAN) {
                var count = all(Line.TOPIC).stream()
                        .filter(line -> line.lang().equals("zh-CN") && line.moment() == moment)
                        .filter(line -> line.channels().isEmpty() || line.channels().contains(channel))
                        .count();
                var wanted = channel == Channel.PHONE || channel == Channel.CHAT ? 2 : 1;
                if (count < wanted) {
                    missing.add(moment + " " + channel);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void articlesAreManyAndOfAllKinds() {
        for (var lang : Map.of("zh-CN", 120, "en", 30).entrySet()) {
            var articles = pack.articles().stream()
                    .filter(article -> article.lang().equals(lang.getKey()))
                    .toList();

            assertThat(articles).as(lang.getKey()).hasSizeGreaterThanOrEqualTo(lang.getValue());
            assertThat(articles.stream().map(Article::kind).collect(Collectors.toSet()))
                    .as(lang.getKey())
                    .containsExactlyInAnyOrder(ArticleKind.values());
        }
    }

    @Test
    void articlesNameWhatExistsAndSayEnough() {
        var skus = products().keySet();
        var categories = new TreeSet<>(categoryCodes());
        all(Category.TOPIC).forEach(top -> categories.add(top.code()));
        var owners = people();

        assertThat(pack.articles()).allSatisfy(article -> {
            var name = article.lang() + "/" + article.code();
            assertThat(skus).as(name).containsAll(article.products());
            assertThat(categories).as(name).containsAll(article.categories());
            assertThat(owners).as(name).contains(article.owner());
            assertThat(article.detail().strip().length()).as(name + " detail").isGreaterThanOrEqualTo(100);
            assertThat(article.openPoints()).as(name).isEmpty();
            assertThat(PLACEHOLDERS).as(name).containsAll(placeholders(article.answer()));
        });
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void translatedArticlesHaveTheirOriginal() {
        assertThat(articleCodes("zh-CN")).containsAll(articleCodes("en"));
    }

    @Test
    void productsFitTheirLinesPlantsAndShelfLife() {
        var company = file("pack.yaml");
        var letters = each(company.get("lines"))
                .collect(Collectors.toMap(line -> line.get("code").asText(), line -> line.get("letter").asText()));
        var digits = each(company.get("plants"))
                .collect(Collectors.toMap(plant -> plant.get("code").asText(), plant -> plant.get("digit").asText()));

        assertThat(pack.products()).hasSizeGreaterThanOrEqualTo(24).allSatisfy(product -> {
            assertThat(letters).as(product.sku()).containsKey(product.line());
            assertThat(product.batches()).as(product.sku()).isNotEmpty();
            product.batches().forEach(batch -> {
                var made = LocalDate.parse(batch.madeOn());
                var code = "%s%s-%s".formatted(
                        letters.get(product.line()),
                        made.toString().substring(2).replace("-", ""),
                        digits.get(batch.plant()));
                assertThat(batch.code()).isEqualTo(code);
                assertThat(LocalDate.parse(batch.bestBefore()))
                        .as(batch.code())
                        .isEqualTo(made.plusDays(product.shelfLifeDays()));
            });
        });
    }

    @Test
    void bulletinsPointAtArticles() {
        var named = raw("bulletin").stream().map(bulletin -> bulletin.path("article")).filter(JsonNode::isTextual);

        assertThat(articleCodes("zh-CN")).containsAll(named.map(JsonNode::asText).toList());
        assertThat(raw("bulletin")).allSatisfy(bulletin ->
                assertThat(bulletin.get("level").asText()).isIn("ALERT", "INFO"));
    }

    @Test
    void normsArePatternsWithABetterWording() {
        assertThat(raw("norm")).hasSizeGreaterThan(30).allSatisfy(norm -> {
            Pattern.compile(norm.get("pattern").asText());
            assertThat(PLACEHOLDERS).containsAll(placeholders(norm.get("better").toString()));
            assertThat(norm.get("kind").asText()).isIn("NEGATIVE", "BLAME", "JARGON", "TIC", "COLD", "PROMISE");
        });
    }

    @Test
    void scorecardsAddUpToAHundred() {
        assertThat(raw("scorecard")).hasSizeGreaterThanOrEqualTo(3).allSatisfy(card -> {
            var code = card.get("code").asText();
            assertThat(sum(card.get("sections"))).as(code).isEqualTo(100);
            assertThat(card.get("passMark").asInt()).isBetween(50, 100);
            each(card.get("sections")).forEach(section -> {
                assertThat(sum(section.get("questions"))).as(code).isEqualTo(section.get("weight").asInt());
                each(section.get("questions")).forEach(question -> {
                    assertThat(question.get("scale").asText()).isIn("YES_NO", "THREE", "FIVE");
                    assertThat(question.get("critical").isBoolean()).isTrue();
                });
            });
            texts(card.get("channels")).forEach(Channel::valueOf);
        });
    }

    private static int sum(JsonNode weighted) {
        return each(weighted).mapToInt(part -> part.get("weight").asInt()).sum();
    }

    @Test
    void examAnswersStandAmongTheOptions() {
        assertThat(raw("exam")).hasSizeGreaterThanOrEqualTo(3).allSatisfy(exam -> {
            texts(exam.get("roles")).forEach(Role::valueOf);
            assertThat(each(exam.get("questions")).mapToInt(question -> question.get("points").asInt()).sum())
                    .as(exam.get("code").asText())
                    .isEqualTo(100);
            each(exam.get("questions")).forEach(PackTest::judgeQuestion);
        });
    }

    private static void judgeQuestion(JsonNode question) {
        var code = question.get("code").asText();
        if (question.get("type").asText().equals("SHORT")) {
            assertThat(question.get("answer").asText()).as(code).isNotBlank();
            assertThat(each(question.get("keywords"))).as(code).isNotEmpty().allMatch(group -> !group.isEmpty());
            assertThat(each(question.get("keywords"))).as(code + ": the model answer earns all points").allSatisfy(group ->
                    assertThat(texts(group)).anyMatch(question.get("answer").asText()::contains));
            return;
        }
        var options = each(question.get("options")).map(option -> option.get("code").asText()).toList();
        var answer = texts(question.get("answer"));
        assertThat(options).as(code).doesNotHaveDuplicates().containsAll(answer);
        switch (question.get("type").asText()) {
            case "SINGLE" -> assertThat(answer).as(code).hasSize(1);
            case "ORDER" -> assertThat(answer).as(code).containsExactlyInAnyOrderElementsOf(options);
            default -> assertThat(answer).as(code).hasSizeGreaterThan(1);
        }
    }

    @Test
    void scenariosCanBePlayedToAnEnd() {
        assertThat(raw("scenario")).hasSizeGreaterThanOrEqualTo(10).allSatisfy(scenario -> {
            var code = scenario.get("code").asText();
            Channel.valueOf(scenario.get("channel").asText());
            var nodes = each(scenario.get("nodes")).collect(Collectors.toMap(
                    node -> node.get("code").asText(), node -> node, (a, b) -> a, java.util.LinkedHashMap::new));
            assertThat(nodes.values().iterator().next().get("customer").asText())
                    .as(code)
                    .isEqualTo(scenario.get("opening").asText());
            nodes.values().forEach(node -> judgeNode(code, node, nodes.keySet(), scenario));
            assertThat(reachable(nodes)).as(code + ": every node is reached").isEqualTo(nodes.keySet());
            assertThat(nodes.values().stream().map(node -> node.path("end").asText()))
                    .as(code)
                    .contains("GOOD", "BAD");
            assertThat(each(scenario.get("scoring").get("dimensions")).mapToInt(JsonNode::asInt).sum())
                    .as(code)
                    .isEqualTo(100);
        });
    }

    private static void judgeNode(String code, JsonNode node, Set<String> nodes, JsonNode scenario) {
        var where = code + "/" + node.get("code").asText();
        if (node.has("end")) {
            assertThat(node.get("end").asText()).as(where).isIn("GOOD", "FAIR", "BAD");
            return;
        }
        var goals = each(scenario.get("goals")).map(goal -> goal.get("code").asText()).toList();
        var dimensions = new ArrayList<String>();
        scenario.get("scoring").get("dimensions").fieldNames().forEachRemaining(dimensions::add);
        assertThat(each(node.get("replies"))).as(where).isNotEmpty().allSatisfy(reply -> {
            assertThat(nodes).contains(reply.get("next").asText());
            assertThat(goals).containsAll(texts(reply.path("goals")));
            reply.get("score").fieldNames().forEachRemaining(name -> assertThat(dimensions).contains(name));
            assertThat(each(reply.get("match"))).as(where + ": the model wording is recognised").allSatisfy(group ->
                    assertThat(texts(group)).anyMatch(reply.get("text").asText()::contains));
        });
        assertThat(node.get("otherwise").get("customer").asText()).as(where).isNotBlank();
    }

    private static Set<String> reachable(Map<String, JsonNode> nodes) {
        var reached = new java.util.LinkedHashSet<String>();
        var waiting = new java.util.ArrayDeque<>(List.of(nodes.keySet().iterator().next()));
        while (!waiting.isEmpty()) {
            var code = waiting.poll();
            if (reached.add(code)) {
                each(nodes.get(code).path("replies")).forEach(reply -> waiting.add(reply.get("next").asText()));
            }
        }
        return reached;
    }

    @Test
    void scenariosExpectWhatExists() {
        var remedies = all(RemedyType.TOPIC).stream().map(RemedyType::code).toList();
        var departments = codes(Choice.DEPARTMENTS);

        assertThat(raw("scenario")).allSatisfy(scenario -> {
            var expected = scenario.get("expected");
            assertThat(categoryCodes()).contains(expected.get("category").asText());
            if (scenario.get("flow").asText().equals("COMPLAINT")) {
                dev.calmdesk.cases.Severity.valueOf(expected.get("severity").asText());
                assertThat(departments).contains(expected.get("department").asText());
                assertThat(remedies).containsAll(texts(expected.get("remedy").get("kinds")));
                assertProduct(expected.path("record").path("sku").asText(), expected.path("record").path("batch").asText());
            } else {
                assertThat(articleCodes("zh-CN")).contains(expected.get("answerArticle").asText());
            }
        });
    }

    private void assertProduct(String sku, String batch) {
        if (!sku.isEmpty()) {
            assertThat(products()).containsKey(sku);
            if (!batch.isEmpty()) {
                assertThat(products().get(sku).batches().stream().map(ProductSheet.BatchSheet::code)).contains(batch);
            }
        }
    }

    @Test
    void plansSayWhoDoesWhatByWhen() {
        var who = new TreeSet<>(codes(Choice.DEPARTMENTS));
        Arrays.stream(Role.values()).map(Role::name).forEach(who::add);

        assertThat(raw("plan")).hasSize(6).allSatisfy(plan -> {
            assertThat(who).contains(plan.get("owner").asText());
            Stream.concat(each(plan.get("steps")), each(plan.get("tell"))).forEach(step -> {
                assertThat(who).contains(step.get("who").asText());
                assertThat(step.get("within").asText()).matches("P(T?\\d+[DHM])+(T\\d+[HM])?");
            });
            each(plan.get("lines")).forEach(line -> {
                Moment.valueOf(line.get("moment").asText());
                texts(line.get("channels")).forEach(Channel::valueOf);
                assertThat(PLACEHOLDERS).containsAll(placeholders(line.get("text").toString()));
            });
            assertThat(each(plan.get("end").get("conditions"))).isNotEmpty();
            assertThat(each(plan.get("drill").get("check"))).isNotEmpty();
        });
    }

    @Test
    void theStoriesOfTheDemonstrationNameWhatExists() {
        var customers = each(file("demo/customers.yaml"))
                .map(customer -> customer.get("ref").asText())
                .collect(Collectors.toSet());
        var remedies = all(RemedyType.TOPIC).stream().map(RemedyType::code).toList();

        assertThat(each(file("demo/history.yaml"))).hasSizeGreaterThan(60).allSatisfy(visit -> {
            assertThat(customers).contains(visit.get("customer").asText());
            assertThat(people()).contains(visit.get("agent").asText());
            assertNamed(visit, "owner", people());
            assertNamed(visit, "category", categoryCodes());
            assertNamed(visit, "article", articleCodes("zh-CN"));
            assertNamed(visit, "rootCause", leaves(Choice.ROOT_CAUSES));
            assertNamed(visit, "closing", codes(Choice.CLOSING_CODES));
            assertNamed(visit.path("followUp"), "reason", codes(Choice.NOT_REACHED_REASONS));
            assertNamed(visit.path("details"), "missed", codes(Choice.NOT_REACHED_REASONS));
            assertNamed(visit.path("details"), "handoverReason", codes(Choice.TRANSFER_REASONS));
            assertNamed(visit.path("transfer"), "reason", codes(Choice.TRANSFER_REASONS));
            assertNamed(visit.path("transfer"), "to", people());
            assertNamed(visit.path("remedy"), "kind", remedies);
            assertProduct(visit.path("sku").asText(), visit.path("batch").asText());
            each(visit.path("tasks")).forEach(task -> assertNamed(task, "department", codes(Choice.DEPARTMENTS)));
        });
        assertThat(each(file("demo/customers.yaml"))).allSatisfy(customer -> each(customer.get("orders"))
                .forEach(order -> assertProduct(order.get("sku").asText(), order.get("batch").asText())));
    }

    private static void assertNamed(JsonNode owner, String field, java.util.Collection<String> known) {
        if (owner.hasNonNull(field)) {
            assertThat(known).as(field).contains(owner.get(field).asText());
        }
    }
}
