package dev.calmdesk.inquiry.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Category;
import dev.calmdesk.catalogue.Catalogue;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.cases.Promises;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.inquiry.Inquiries;
import dev.calmdesk.workplace.Workplace;
import java.util.List;
import java.util.Map;

/// What the screen of an inquiry needs before it can show anything.
public record InquiryReference(
        Flow flow, Case subject, Map<String, String> form, List<Option> categories, List<Option> products) {

    /// The services behind the screen.
    public record Services(
            Inquiries inquiries, Promises promises, Drafts drafts, Workplace workplace, Catalogue catalogue) {}

    static InquiryReference read(Services services, Case subject, Texts texts) {
        var language = texts.language();
        return new InquiryReference(
                services.inquiries().flow(),
                subject,
                services.inquiries().form(subject.id()),
                services.workplace().all(Category.TOPIC).stream()
                        .flatMap(top -> top.children().stream().map(leaf -> new Option(
                                leaf.code(), top.name().in(language) + " · " + leaf.name().in(language))))
                        .toList(),
                services.catalogue().products().stream()
                        .map(product -> new Option(product.sku(), product.name(language) + " " + product.spec(language)))
                        .toList());
    }

    String productName(String sku) {
        return label(products, sku);
    }

    String categoryName(String code) {
        return label(categories, code);
    }

    private static String label(List<Option> options, String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }
}
