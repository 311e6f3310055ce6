package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.OfficeTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every role, with every article, at every act: the table is the rule, and the service says the same.
class ArticleRightsTest extends OfficeTest {

    private static final UUID SOMEBODY = new UUID(9, 9);
    private static final Set<Role> OWNERS = EnumSet.of(Role.QUALITY, Role.MANAGER);

    private final Articles articles = new Articles(office.database, office.clock, office.ids);

    private static Actor person(Role role) {
        return new Actor(new UUID(1, role.ordinal()), "80" + role.ordinal(), role.name(), Set.of(role), "T1");
    }

    /// What is told in the decision (ADR 0020), said once more and otherwise.
    private static boolean allowed(Role role, @Nullable ArticleState state, boolean own, ArticleAct act) {
        var owner = OWNERS.contains(role);
        return switch (act) {
            case DRAFT, OFFER ->
                role != Role.ADMIN
                        && (state == null || (state == ArticleState.DRAFT && (own || owner))
                                || (state == ArticleState.REVIEWED && owner));
            case REVIEW -> reviews(role) && !own && state == ArticleState.DRAFT;
            case SEND_BACK ->
                reviews(role) && !own && (state == ArticleState.DRAFT || state == ArticleState.REVIEWED);
            case PUBLISH -> owner && state != ArticleState.ARCHIVED;
            case CHECK -> owner && state == ArticleState.PUBLISHED;
            case ARCHIVE -> owner && state != null && state != ArticleState.ARCHIVED;
            case BRING_BACK -> owner && state == ArticleState.ARCHIVED;
        };
    }

    private static boolean reviews(Role role) {
        return role == Role.LEAD || role == Role.SPECIALIST || OWNERS.contains(role);
    }

    @ParameterizedTest
    @EnumSource
    void everyActIsForItsRolesAndStates(Role role) {
        var by = person(role);
        states().forEach(state -> Stream.of(true, false).forEach(own -> {
            var rights = new ArticleRights(by.id(), by.roles(), state.orElse(null), own ? by.id() : SOMEBODY);
            for (var act : ArticleAct.values()) {
                assertThat(rights.may(act))
                        .as("%s, %s, own %s, %s", role, state, own, act)
                        .isEqualTo(allowed(role, state.orElse(null), own, act));
                if (rights.may(act)) {
                    assertThat(rights.mayBeTaken(act)).as("the hub takes %s of %s", act, role).isTrue();
                }
            }
        }));
    }

    private static Stream<Optional<ArticleState>> states() {
        return Stream.concat(Stream.of(Optional.empty()), Arrays.stream(ArticleState.values()).map(Optional::of));
    }

    @ParameterizedTest
    @EnumSource
    void theServiceSaysTheSame(Role role) {
        var by = person(role);
        states().forEach(state -> Stream.of(true, false).forEach(own -> {
            for (var act : ArticleAct.values()) {
                var id = article(state.orElse(null), own ? by.id() : SOMEBODY);
                var said = ArticleRights.of(by, articles.get(id).orElse(null)).whyNot(act).map(Problem::textKey);
                if (state.isEmpty() && !act.changesContent() && said.isEmpty()) {
                    continue;
                }
                var thrown = Optional.ofNullable(catchThrowable(() -> attempt(by, id, act)));
                assertThat(thrown.map(problem -> ((Problem) problem).textKey()))
                        .as("%s, %s, own %s, %s", role, state, own, act)
                        .isEqualTo(said);
                if (thrown.isEmpty()) {
                    assertThat(articles.get(id).orElseThrow().state()).isEqualTo(act.result());
                }
            }
        }));
    }

    private void attempt(Actor by, UUID id, ArticleAct act) {
        if (act == ArticleAct.CHECK) {
            articles.check(by, id, LocalDate.of(2027, 6, 1));
        } else if (act.changesContent()) {
            articles.write(by, id, act, typed("新标题"), new Writings(office.database, office.clock).form(id));
        } else {
            articles.mark(by, id, act, "请补上批号");
        }
    }

    private static Map<String, String> typed(String title) {
        var form = new HashMap<String, String>();
        form.put("article.code", "c-" + UUID.randomUUID());
        form.put("article.lang", "zh-CN");
        form.put("article.kind", "FAQ");
        form.put("article.title", title);
        form.put("article.question", "多久能到？");
        form.put("article.answer", "三天内。");
        form.put("article.owner", "8105");
        form.put("article.valid_from", "2026-11-01");
        form.put("article.review_on", "2027-05-01");
        return form;
    }

    /// An article in a state, written by somebody.
    private UUID article(@Nullable ArticleState state, UUID writtenBy) {
        var id = office.ids.next();
        if (state != null) {
            var values = new HashMap<String, Object>(ArticleChange.values(SomeArticle.of("x" + id, "旧标题").build()));
            values.put("state", state);
            values.put("written_by", writtenBy);
            office.database.writeDo(tx -> tx.write(Article.KIND, id).set(values).as("imported", Actor.DESK.id()));
        }
        return id;
    }

    @Test
    void aDraftGoesFromHandToHandUntilItIsFound() {
        var id = office.ids.next();
        articles.write(office.lin, id, ArticleAct.DRAFT, typed("草稿"), Map.of());
        var form = new Writings(office.database, office.clock);
        articles.write(office.lin, id, ArticleAct.OFFER, Map.of("article.answer", "两天内。"), form.form(id));
        assertThat(articles.get(id).orElseThrow().offeredAt()).isNotNull();

        articles.mark(office.lead, id, ArticleAct.SEND_BACK, "写明从哪天算起");
        assertThat(articles.get(id).orElseThrow().remark()).isEqualTo("写明从哪天算起");
        assertThat(articles.get(id).orElseThrow().offeredAt()).isNull();

        articles.write(office.lin, id, ArticleAct.OFFER, Map.of("article.answer", "付款后两天内。"), form.form(id));
        articles.mark(office.lead, id, ArticleAct.REVIEW, "");
        articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of(), form.form(id));

        var published = articles.get(id).orElseThrow();
        assertThat(published.state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(published.answer()).isEqualTo("付款后两天内。");
        assertThat(published.remark()).isNull();
        assertThat(published.writtenBy()).isEqualTo(office.lin.id());
        List<Entry> history = office.database.read(handle -> Journal.ofEntity(handle, id));
        assertThat(history)
                .extracting(Entry::act)
                .containsExactly("drafted", "offered", "sent_back", "offered", "reviewed", "published");
    }

    @Test
    void whatReadersDoNotSeeIsNoNews() {
        var id = office.ids.next();
        articles.write(office.quality, id, ArticleAct.PUBLISH, typed("退款多久到账"), Map.of());
        var published = articles.get(id).orElseThrow().updatedAt();
        var writings = new Writings(office.database, office.clock);
        office.pass(60);

        articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of("article.owner", "8107"), writings.form(id));
        articles.check(office.quality, id, LocalDate.of(2027, 8, 1));
        assertThat(articles.get(id).orElseThrow().updatedAt()).isEqualTo(published);

        articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of("article.answer", "五天内。"), writings.form(id));
        assertThat(articles.get(id).orElseThrow().updatedAt()).isAfter(published);
    }

    @Test
    void aHalfWrittenDraftIsKeptButNotHandedIn() {
        var id = office.ids.next();
        var half = typed("草稿");
        half.remove("article.answer");
        articles.write(office.lin, id, ArticleAct.DRAFT, half, Map.of());
        var form = new Writings(office.database, office.clock).form(id);

        var problem = (Problem.Incomplete) refused("knowledge.problem.incomplete", () ->
                articles.write(office.lin, id, ArticleAct.OFFER, Map.of(), form));
        assertThat(problem.points()).extracting(Problem.Point::field).containsExactly("answer");
    }

    @Test
    void twoAtOneDeskDoNotOverwriteEachOther() {
        var id = office.ids.next();
        articles.write(office.quality, id, ArticleAct.PUBLISH, typed("退款多久到账"), Map.of());
        var writings = new Writings(office.database, office.clock);
        var seen = writings.form(id);
        articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of("article.answer", "五天内。"), seen);

        refused("knowledge.problem.changed_meanwhile", () ->
                articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of("article.answer", "七天内。"), seen));
        refused("knowledge.problem.code_taken", () ->
                articles.write(office.quality, id, ArticleAct.PUBLISH, typed("另一篇"), Map.of()));
        articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of("article.question", "几天到账？"), seen);
        assertThat(articles.get(id).orElseThrow().answer()).isEqualTo("五天内。");
    }

    @Test
    void everyActHasAWordOfItsOwn() {
        assertThat(List.of(ArticleAct.values())).extracting(ArticleAct::word).doesNotHaveDuplicates();
        for (var act : ArticleAct.values()) {
            assertThat(ArticleAct.of(act.word())).contains(act);
        }
    }
}
