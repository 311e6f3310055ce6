package dev.calmdesk.knowledge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.CaseIndex;
import dev.calmdesk.fx.Background;
import dev.calmdesk.knowledge.ArticleIndex;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.PackArticles;
import dev.calmdesk.knowledge.Search;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of the list when the second answer comes, which here has the order of the first turned round.
class SecondAnswerTest extends FxTest {

    private final Office office = new Office();
    private final Articles articles = new Articles(office.database, office.clock, office.ids);
    private final ArticleIndex index = ArticleIndex.inMemory(office.database, () -> Synonyms.GENERAL);
    private final CaseIndex cases = CaseIndex.inMemory(office.database, Set.of(), () -> Synonyms.GENERAL);
    private Runnable meanwhile = () -> {};
    private KnowledgeViewModel model;

    private final class TurnedRound implements Search {
        @Override
        public Results search(Query query) {
            return index.search(query);
        }

        @Override
        public Optional<Results> searchByMeaning(Query query) {
            meanwhile.run();
            var first = index.search(query);
            return Optional.of(new Results(true, first.nature(), first.hits().reversed(), first.counts()));
        }
    }

    @BeforeEach
    void open() {
        office.database.writeDo(tx -> articles.putAll(tx, office.quality.id(), PackArticles.all()));
        index.refresh();
        cases.refresh();
        model = call(() -> new KnowledgeViewModel(
                new KnowledgeViewModel.Services(
                        new TurnedRound(), cases, articles, reference -> Optional.empty(), office.database.changes(), () -> LocalDate.of(2026, 11, 22)),
                office.lin, Background.direct(), texts));
    }

    @AfterEach
    void close() {
        onFx(model::close);
        index.close();
        cases.close();
        office.close();
    }

    private List<UUID> byWords() {
        return index.search(Search.Query.of("燕麦奶沉淀", LocalDate.of(2026, 11, 22)).in("zh-CN")).hits().stream()
                .map(Search.Hit::articleId)
                .toList();
    }

    private List<UUID> shown() {
        return call(() -> model.hits().stream().map(KnowledgeHit::id).toList());
    }

    @Test
    void itReordersTheListOnceAndItsFirstIsTheOneToOpen() {
        onFx(() -> model.textProperty().set("燕麦奶沉淀"));

        assertThat(shown()).isEqualTo(byWords().reversed());
        assertThat(call(() -> model.selectedProperty().get().id())).isEqualTo(byWords().getLast());
    }

    @Test
    void itGivesWayToWhoeverHasChosenMeanwhile() {
        meanwhile = () -> model.selectedProperty().set(model.hits().get(1));
        onFx(() -> model.textProperty().set("燕麦奶沉淀"));

        assertThat(shown()).isEqualTo(byWords());
        assertThat(call(() -> model.selectedProperty().get().id())).isEqualTo(byWords().get(1));
    }
}
