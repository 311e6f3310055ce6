package dev.calmdesk.demo;

import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.customer.Stage;
import dev.calmdesk.customer.Tier;
import dev.calmdesk.customer.Title;
import dev.calmdesk.data.Json;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleFile;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.people.PersonDraft;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands in the files below `demo/` of a pack.
record DemoFiles(
        People people, List<Buyer> customers, List<Visit> visits, List<Unfinished> unfinished, Words words,
        List<Article> articles) {

    static DemoFiles read(PackFolder folder) {
        return new DemoFiles(
                Json.read(folder.json("demo/people.yaml"), People.class),
                list(folder, "demo/customers.yaml", Buyer.class),
                list(folder, "demo/history.yaml", Visit.class),
                list(folder, "demo/drafts.yaml", Unfinished.class),
                Json.read(folder.json("demo/words.yaml"), Words.class),
                folder.articles().stream()
                        .map(file -> ArticleFile.read(file.file(), file.lang(), file.text()))
                        .toList());
    }

    private static <T> List<T> list(PackFolder folder, String file, Class<T> type) {
        return folder.elements(file).stream()
                .map(element -> Json.read(element.body(), type))
                .toList();
    }

    /// @param password the same for all
    record People(String password, List<Employee> people) {}

    record Employee(
            String agentNo, String name, String pinyin, Set<Role> roles, @Nullable String team, @Nullable String desk) {

        PersonDraft draft() {
            return new PersonDraft(agentNo, name, pinyin, roles, team == null ? "" : team, desk);
        }
    }

    record Buyer(
            String ref,
            String name,
            Title title,
            String pinyin,
            Tier tier,
            Stage stage,
            @Nullable String city,
            String phone,
            @Nullable String email,
            @Nullable String note,
            List<Order> orders) {}

    /// @param amount in major units
    record Order(String no, String shop, String boughtOn, String sku, String batch, int quantity, String amount) {}

    /// Work in progress.
    ///
    /// @param beganAgo minutes
    /// @param savedAgo minutes
    /// @param done codes of steps that were finished
    record Unfinished(
            String agent,
            int beganAgo,
            int savedAgo,
            @Nullable String customer,
            Channel channel,
            Touchpoint touchpoint,
            CaseKind kind,
            @Nullable List<Integer> emotions,
            List<String> done,
            String step,
            Map<String, String> fields) {}

    /// What is said where a story says nothing of its own.
    ///
    /// @param now how people stand at this moment, by agent number
    record Words(
            Map<Channel, String> contactBack,
            String summary,
            String handover,
            String firstPromise,
            String told,
            String followedUp,
            String missed,
            String inquiryKept,
            String promiseLost,
            Map<String, PresenceState> now) {}
}
