package dev.calmdesk.knowledge.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.knowledge.PictureType;
import dev.calmdesk.knowledge.Pictures;
import dev.calmdesk.support.Browser;
import dev.calmdesk.support.FxTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a customer sees and does who opens the published folder from a disk.
class SiteInBrowserTest extends FxTest {

    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
    private static final String COUNT = "document.getElementById('count').textContent";
    private static final String FIRST = "document.querySelector('#results a').textContent";

    @TempDir
    private static Path folder;

    private static SomeSite site;

    private Browser browser;

    @BeforeAll
    static void publish() throws IOException {
        site = new SomeSite().withThePack();
        var drawing = folder.resolve("leaf.png").toFile();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", drawing);
        var hash = site.pictures.keep(drawing.toPath());
        site.with(
                SomeSite.article("leaf", "en", "Leaf", "Green.", "![a leaf](" + Pictures.reference(hash, PictureType.PNG) + ")"),
                SomeSite.article("hostile", "en", "Hostile " + HOSTILE, HOSTILE, HOSTILE + "\n\n[x](javascript:document.title='owned')"));
        site.publish(folder.resolve("faq"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void openTheBrowser() {
        browser = call(Browser::new);
        show(call(() -> new StackPane(browser.view())));
        open("zh-CN/index.html");
    }

    private void open(String page) {
        browser.open(folder.resolve("faq").resolve(page));
    }

    @Test
    void theFirstPageNamesTheTopicsAndOpensWithoutAServer() {
        open("index.html");

        assertThat(browser.ask("document.title")).isEqualTo("晨穗帮助中心");
        assertThat(browser.ask("document.documentElement.lang")).isEqualTo("zh-CN");
        assertThat(Integer.parseInt(browser.ask("document.querySelectorAll('.card').length"))).isBetween(4, 30);
        assertThat(browser.ask("getComputedStyle(document.querySelector('.card')).borderTopLeftRadius")).isEqualTo("8px");
        snapshot("faq-front");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 燕麦奶沉淀, 沉淀", "zh-CN, 燕麥奶沈澱, 沉淀", "zh-CN, ranmainai, 燕麦奶", "zh-CN, ran mai nai chen dian, 沉淀",
        "zh-CN, fapiao, 发票", "zh-CN, 電子發票, 发票", "zh-CN, ＦＡＰＩＡＯ, 发票", "zh-CN, dzfp, 发票", "en, alergens, Allergens",
        "en, BLEACH, cleaners", "en, retrun, return"
    })
    void whatIsTypedIsFound(String lang, String typed, String inTitle) {
        open(lang + "/index.html");

        browser.type(typed);

        assertThat(browser.ask(FIRST)).containsIgnoringCase(inTitle);
        assertThat(browser.ask("document.getElementById('page').hidden")).isEqualTo("true");
    }

    @Test
    void whatWasFoundIsMarkedAndLeadsToItsPage() {
        browser.type("发票");

        assertThat(browser.ask("document.querySelector('#results mark').textContent")).isEqualTo("发票");
        assertThat(browser.ask(COUNT)).matches("找到 \\d+ 条");
        snapshot("faq-results");
        browser.leading(() -> browser.ask("document.querySelector('#results a').click()"));
        assertThat(browser.ask("document.querySelector('article h1').textContent")).contains("发票");
        assertThat(browser.ask("location.protocol")).isEqualTo("file:");
        snapshot("faq-article");
    }

    @Test
    void nothingFoundStillLeadsOn() {
        browser.type("☃☃☃");

        assertThat(browser.ask(COUNT)).isEqualTo("没有找到");
        assertThat(Integer.parseInt(browser.ask("document.querySelectorAll('#results a').length"))).isGreaterThan(3);
        snapshot("faq-nothing");
    }

    @Test
    void theKeyboardIsEnough() {
        browser.type("发票");
        browser.press(KeyCode.DOWN);
        var first = browser.ask("document.activeElement.textContent");
        browser.press(KeyCode.UP);
        var field = browser.ask("document.activeElement.id");
        browser.press(KeyCode.ESCAPE);

        assertThat(first).contains("发票");
        assertThat(field).isEqualTo("q");
        assertThat(browser.ask("document.getElementById('page').hidden")).isEqualTo("false");
        browser.type("发票");
        browser.leading(() -> press(browser.view(), KeyCode.ENTER));
        assertThat(browser.ask("document.querySelector('article h1').textContent")).contains("发票");
    }

    @Test
    void whileAnInputMethodComposesEnterLeadsNowhere() {
        browser.type("发票");
        browser.ask("""
                document.getElementById('q').dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
                document.getElementById('q').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}))""");

        assertThat(browser.ask("document.querySelector('article') === null")).isEqualTo("true");
    }

    @Test
    void picturesAreShownFromTheFolder() {
        open("en/leaf.html");

        assertThat(browser.ask("document.querySelector('.detail img').alt")).isEqualTo("a leaf");
        assertThat(browser.ask("document.querySelector('.detail img').naturalWidth")).isEqualTo("40");
    }

    @Test
    void hostileWordsStayWords() {
        open("en/hostile.html");
        var title = browser.ask("document.title");
        open("en/index.html");
        browser.type("hostile");

        assertThat(title).startsWith("Hostile <img");
        assertThat(browser.ask("document.querySelectorAll('#results img, #results script').length")).isEqualTo("0");
        assertThat(browser.ask("document.title")).isEqualTo("Chensui Help");
    }

    @Test
    void theLanguageSwitchLeadsToTheSameArticle() {
        open("zh-CN/mixing-cleaners.html");
        browser.leading(() -> browser.ask("document.querySelector('.langs a[hreflang=en]').click()"));

        assertThat(browser.ask("document.documentElement.lang")).isEqualTo("en");
        assertThat(browser.ask("document.querySelector('article h1').textContent")).startsWith("Never mix cleaners");
        snapshot("faq-en-article");
    }

    @Test
    void everythingInteractiveHasANameAndHeadingsGoDownStepByStep() {
        for (var page : new String[] {"index.html", "zh-CN/mixing-cleaners.html", "en/topic-food-safety.html"}) {
            open(page);
            assertThat(browser.ask("""
                    Array.from(document.querySelectorAll('a, input, nav, section')).filter(function (node) {
                      return !(node.textContent.trim() || node.getAttribute('aria-label') || (node.labels && node.labels.length));
                    }).length""")).as(page).isEqualTo("0");
            assertThat(browser.ask("document.querySelectorAll('h1').length")).isEqualTo("1");
            assertThat(browser.ask("""
                    (function () {
                      var last = 0;
                      return Array.from(document.querySelectorAll('h1, h2, h3, h4')).every(function (heading) {
                        var level = Number(heading.tagName[1]);
                        var fits = level <= last + 1;
                        last = level;
                        return fits;
                      });
                    })()""")).as(page).isEqualTo("true");
        }
    }
}
