package dev.calmdesk.pack;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem;
import dev.calmdesk.catalogue.ProductSheet;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.Category;
import dev.calmdesk.clock.ServiceCalendar;
import dev.calmdesk.clock.TimeLimit;
import dev.calmdesk.complaint.Authority;
import dev.calmdesk.complaint.RemedyType;
import dev.calmdesk.complaint.SeverityHints;
import dev.calmdesk.complaint.SeverityMatrix;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.flow.Line;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleFile;
import dev.calmdesk.pack.PackFolder.Document;
import dev.calmdesk.people.Team;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Company;
import dev.calmdesk.workplace.Workplace.Topic;
import java.time.DateTimeException;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything a pack says, read and checked before anything of it is written.
///
/// @param documents workplace data in the order of the files
record Pack(List<Document> documents, List<ProductSheet> products, List<Article> articles) {

    /// The topics whose bodies the program reads; other topics are kept as they are.
    private static final Map<String, Class<?>> TYPES = Stream.of(
                    Company.TOPIC, Team.TOPIC, Category.TOPIC, SeverityMatrix.TOPIC, SeverityHints.TOPIC,
                    Authority.TOPIC, RemedyType.TOPIC, TimeLimit.TOPIC, ServiceCalendar.TOPIC, Flow.TOPIC, Line.TOPIC, Choice.DEPARTMENTS,
                    Choice.ROOT_CAUSES, Choice.CLOSING_CODES, Choice.TRANSFER_REASONS, Choice.NOT_REACHED_REASONS,
                    Choice.VOID_REASONS, Synonyms.Group.TOPIC)
            .collect(Collectors.toMap(Topic::name, Topic::type));

    /// @throws Problem.Refused naming the file and field that is wrong
    static Pack read(PackFolder folder) {
        var documents = folder.documents();
        refuseTwins(documents, document -> document.topic() + "/" + document.code(), Document::file);
        documents.forEach(Pack::check);
        requireFlows(documents);
        var products = folder.elements("products.yaml").stream()
                .map(element -> product(element.file(), element.position(), element.body()))
                .toList();
        refuseTwins(products, ProductSheet::sku, sheet -> "products.yaml");
        var articles = folder.articles().stream()
                .map(file -> ArticleFile.read(file.file(), file.lang(), file.text()))
                .toList();
        refuseTwins(articles, article -> article.lang() + "/" + article.code(), article -> "articles");
        return new Pack(documents, products, articles);
    }

    private static void check(Document document) {
        var type = TYPES.get(document.topic());
        if (type == null) {
            return;
        }
        switch (Shape.read(document.file(), document.code(), document.body(), type)) {
            case Company company -> check(document, company);
            case Authority authority -> {
                requireAmount(document, "amount", authority.amount());
                requireAmount(document, "couponAmount", authority.couponAmount());
            }
            case SeverityMatrix matrix -> requireLastRule(document, matrix);
            default -> {}
        }
    }

    private static void check(Document document, Company company) {
        try {
            company.zone();
        } catch (DateTimeException e) {
            throw bad(document, "timeZone");
        }
        try {
            Currency.getInstance(company.currency());
        } catch (IllegalArgumentException e) {
            throw bad(document, "currency");
        }
    }

    private static void requireAmount(Document document, String field, String amount) {
        try {
            Money.parse(amount, "CNY");
        } catch (Problem e) {
            throw bad(document, field);
        }
    }

    /// The last rule always holds, and every severity has its level.
    private static void requireLastRule(Document document, SeverityMatrix matrix) {
        if (matrix.rules().isEmpty() || !matrix.rules().getLast().when().isEmpty()) {
            throw bad(document, "rules");
        }
        var levels = matrix.levels().stream().map(SeverityMatrix.Level::severity).collect(Collectors.toSet());
        if (levels.size() < dev.calmdesk.cases.Severity.values().length) {
            throw bad(document, "levels");
        }
    }

    private static void requireFlows(List<Document> documents) {
        for (var kind : CaseKind.values()) {
            if (documents.stream().noneMatch(document -> document.topic().equals(Flow.TOPIC.name())
                    && document.code().equals(kind.name()))) {
                throw Problem.refused("pack.problem.missing_file", "flows/" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".yaml");
            }
        }
    }

    private static ProductSheet product(String file, int position, String body) {
        var sheet = Shape.read(file, "[" + (position + 1) + "]", body, ProductSheet.class);
        if (sheet.price().scale() > 2 || sheet.price().signum() < 0) {
            throw Problem.refused("pack.problem.bad_field", file, sheet.sku() + ".price");
        }
        return sheet;
    }

    private static <T> void refuseTwins(List<T> items, Function<T, String> code, Function<T, String> file) {
        var seen = new HashSet<String>();
        for (var item : items) {
            if (!seen.add(code.apply(item))) {
                throw Problem.refused("pack.problem.twice", file.apply(item), code.apply(item));
            }
        }
    }

    private static Problem bad(Document document, String field) {
        return Problem.refused("pack.problem.bad_field", document.file(), document.code() + "." + field);
    }
}
