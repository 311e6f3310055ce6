package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Category;
import dev.calmdesk.workplace.Localised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoryWordsTest {

    private static final List<Category> TREE = List.of(
            group("food-safety", leaf("food-safety/off-taste", "发酸", "酸", "絮状", "沉淀"),
                    leaf("food-safety/discomfort", "肚子不舒服", "拉肚子")),
            group("logistics", leaf("logistics/late", "太慢")));

    private static Category group(String code, Category... children) {
        return new Category(code, name(code), "quality", List.of("不好"), null, List.of(children));
    }

    private static Category leaf(String code, String... words) {
        return new Category(code, name(code), "quality", List.of(words), null, List.of());
    }

    private static Localised name(String code) {
        return new Localised(Map.of("zh-CN", code));
    }

    @Test
    void theCategoryWithMoreAndLongerWordsComesFirst() {
        var found = CategoryWords.in("喝起来发酸，还有絮状沉淀，快递太慢", TREE);

        assertThat(found).extracting(each -> each.category().code()).containsExactly("food-safety/off-taste", "logistics/late");
    }

    @Test
    void wordsStandInTheOrderOfTheTextAndAWordWithinAnotherIsLeftOut() {
        var found = CategoryWords.in("有沉淀，闻着发酸", TREE);

        assertThat(found.getFirst().words()).containsExactly("沉淀", "发酸");
    }

    @Test
    void traditionalScriptIsRecognisedToo() {
        assertThat(CategoryWords.in("喝起來發酸", TREE)).hasSize(1);
    }

    @Test
    void whoIsUnwellIsHeard() {
        assertThat(CategoryWords.speakOfHealth("孩子喝了肚子不舒服", TREE)).isTrue();
        assertThat(CategoryWords.speakOfHealth("有沉淀", TREE)).isFalse();
        assertThat(CategoryWords.speakOfHealth("", TREE)).isFalse();
    }
}
