package dev.calmdesk.app;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Note;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.Transfer;
import dev.calmdesk.catalogue.Batch;
import dev.calmdesk.catalogue.Product;
import dev.calmdesk.clock.Clock;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Approval;
import dev.calmdesk.complaint.Assessment;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.DepartmentTask;
import dev.calmdesk.complaint.EmotionReading;
import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.complaint.FollowUp;
import dev.calmdesk.complaint.FollowUpTry;
import dev.calmdesk.complaint.Investigation;
import dev.calmdesk.complaint.Remedy;
import dev.calmdesk.complaint.Soothing;
import dev.calmdesk.complaint.SuggestionUse;
import dev.calmdesk.contact.Contact;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.customer.CustomerNumber;
import dev.calmdesk.customer.Purchase;
import dev.calmdesk.customer.Reveal;
import dev.calmdesk.data.Kind;
import dev.calmdesk.inquiry.Inquiry;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleAck;
import dev.calmdesk.knowledge.ArticlePicture;
import dev.calmdesk.knowledge.ArticleReport;
import dev.calmdesk.knowledge.ArticleUse;
import dev.calmdesk.people.Person;
import dev.calmdesk.people.Presence;
import dev.calmdesk.privacy.Erasure;
import dev.calmdesk.privacy.ErasureDone;
import dev.calmdesk.workplace.Item;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every kind of shared record in the product; a test holds the list complete.
public final class Kinds {

    public static final List<Kind<?>> ALL = List.of(
            Item.KIND, Person.KIND, Presence.KIND, Customer.KIND, CustomerNumber.KIND, Purchase.KIND, Reveal.KIND,
            Product.KIND, Batch.KIND, Article.KIND, ArticleUse.KIND, ArticleReport.KIND, ArticleAck.KIND,
            ArticlePicture.KIND,
            Contact.KIND, Case.KIND, Note.KIND, Promise.KIND, Transfer.KIND, Clock.KIND, Inquiry.KIND, Soothing.KIND,
            EmotionReading.KIND, Account.KIND, Evidence.KIND, Assessment.KIND, SuggestionUse.KIND, Investigation.KIND,
            DepartmentTask.KIND, Remedy.KIND,
            Approval.KIND, Decision.KIND, FollowUp.KIND, FollowUpTry.KIND, Erasure.KIND, ErasureDone.KIND);

    /// What every desk of the company shares; all else belongs to a team.
    public static final Set<String> OF_THE_COMPANY = Stream.of(
                    Item.KIND, Person.KIND, Product.KIND, Batch.KIND, Article.KIND, ArticlePicture.KIND,
                    ArticleReport.KIND, ArticleAck.KIND,
                    Erasure.KIND, ErasureDone.KIND)
            .map(Kind::name)
            .collect(Collectors.toUnmodifiableSet());

    private Kinds() {}
}
