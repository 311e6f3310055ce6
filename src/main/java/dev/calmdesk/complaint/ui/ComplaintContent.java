package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Category;
import dev.calmdesk.catalogue.Catalogue;
import dev.calmdesk.catalogue.Product;
import dev.calmdesk.complaint.Complaints;
import dev.calmdesk.complaint.Department;
import dev.calmdesk.complaint.RemedyType;
import dev.calmdesk.complaint.SeverityMatrix;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.people.Team;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Company;
import dev.calmdesk.workplace.Workplace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the company says about complaints, read at one moment: steps, matrix, trees and lists of codes.
record ComplaintContent(
        Flow flow,
        SeverityMatrix matrix,
        List<Category> categories,
        List<Department> departments,
        List<RemedyType> remedyTypes,
        List<Product> products,
        List<Team> teams,
        Codes codes,
        String currency) {

    /// The company's lists of codes.
    record Codes(
            List<Choice> rootCauses,
            List<Choice> closingCodes,
            List<Choice> transferReasons,
            List<Choice> notReachedReasons) {

        static Codes read(Workplace workplace) {
            return new Codes(
                    workplace.all(Choice.ROOT_CAUSES),
                    workplace.all(Choice.CLOSING_CODES),
                    workplace.all(Choice.TRANSFER_REASONS),
                    workplace.all(Choice.NOT_REACHED_REASONS));
        }
    }

    static ComplaintContent read(Complaints complaints, Workplace workplace, Catalogue catalogue) {
        return new ComplaintContent(
                complaints.flow(),
                workplace.all(SeverityMatrix.TOPIC).getFirst(),
                workplace.all(Category.TOPIC),
                workplace.all(Department.TOPIC),
                workplace.all(RemedyType.TOPIC),
                catalogue.products(),
                workplace.all(Team.TOPIC),
                Codes.read(workplace),
                workplace.first(Company.TOPIC, company -> true).map(Company::currency).orElse("CNY"));
    }

    Optional<Category> category(String code) {
        return categories.stream()
                .flatMap(top -> Stream.concat(Stream.of(top), top.children().stream()))
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    Optional<Department> department(String code) {
        return departments.stream().filter(department -> department.code().equals(code)).findFirst();
    }

    Optional<RemedyType> remedyType(String code) {
        return remedyTypes.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    Optional<Product> product(String sku) {
        return products.stream().filter(product -> product.sku().equals(sku)).findFirst();
    }

    /// What the matrix proposes for what stands in a form.
    SeverityMatrix.Proposal propose(Map<String, String> form) {
        var least = category(form.getOrDefault("assessment.category", "")).map(Category::defaultSeverity);
        return matrix.proposeFor(form, least.orElse(null));
    }
}
