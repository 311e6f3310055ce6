package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.When;
import dev.calmdesk.complaint.Department;
import dev.calmdesk.complaint.PastCase;
import dev.calmdesk.complaint.RemedyType;
import dev.calmdesk.complaint.ui.SuggestionRow.Cases;
import dev.calmdesk.complaint.ui.SuggestionRow.Link;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Localised;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says codes, amounts and times in the user's language. A code that the company no longer has is said as it is.
record ComplaintWords(ComplaintContent content, Texts texts, When when) {

    private static final int BRIEF = 12;

    String in(Localised text) {
        return text.in(texts.language());
    }

    /// Name and what one piece holds; empty for no product.
    String product(String sku) {
        return content.product(sku)
                .map(product -> product.name(texts.language()) + " " + product.spec(texts.language()))
                .orElse(sku);
    }

    /// The bare name of the product, for sentences.
    String productName(String sku) {
        return content.product(sku).map(product -> product.name(texts.language())).orElse(sku);
    }

    String category(String code) {
        return content.category(code).map(Category::name).map(this::in).orElse(code);
    }

    String department(@Nullable String code) {
        return code == null ? "" : content.department(code).map(Department::name).map(this::in).orElse(code);
    }

    String remedyType(String code) {
        return content.remedyType(code).map(RemedyType::name).map(this::in).orElse(code);
    }

    String choice(List<Choice> list, @Nullable String code) {
        return list.stream()
                .flatMap(choice -> Stream.concat(Stream.of(choice), choice.leaves()))
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(choice -> in(choice.name()))
                .orElse(code == null ? "" : code);
    }

    String team(String code) {
        return content.teams().stream()
                .filter(team -> team.code().equals(code))
                .findFirst()
                .map(team -> in(team.name()))
                .orElse(code);
    }

    String money(long minor) {
        return new Money(minor, content.currency()).in(texts.language());
    }

    /// Today's times without the day.
    String at(@Nullable Instant time) {
        return time == null ? "" : when.brief(time);
    }

    /// Words one after another.
    String listed(List<String> words) {
        return String.join(texts.get("complaint.read_back.comma"), words);
    }

    /// Closed cases by their product, or title, and day.
    Cases restsOn(List<PastCase> cases) {
        return new Cases(texts.get("complaint.suggest.rests_on"), cases.stream().map(this::link).toList());
    }

    private static String brief(String title) {
        return title.codePointCount(0, title.length()) <= BRIEF
                ? title
                : title.substring(0, title.offsetByCodePoints(0, BRIEF)) + "…";
    }

    private Link link(PastCase past) {
        var product = past.sku() == null ? "" : productName(past.sku());
        var day = when.dayOf(past.closedAt());
        return new Link(
                past.id(),
                joined(product.isBlank() ? brief(past.title()) : product, day),
                joined(past.number(), product, past.title(), day));
    }

    /// By when: always with the day.
    String by(@Nullable Instant due) {
        return due == null ? "" : when.at(due);
    }

    /// Parts that are there, joined by dots.
    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
