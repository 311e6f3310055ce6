package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.knowledge.Acknowledgements.Reader;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleAck;
import dev.calmdesk.knowledge.ArticleEditorPlace;
import dev.calmdesk.knowledge.ArticleRights;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What belongs to an article on the page for reading: its other languages, who answers for it, and what the reader may
/// do with it: confirm it, change it, see what it said before, go on to the next that is new.
public final class ArticleFootController implements AutoCloseable {

    private static final Duration NEW = Duration.ofDays(14);
    private static final int MOST_UNREAD = 99;

    @FXML private VBox root;
    @FXML private FlowPane languages;
    @FXML private Label meta;
    @FXML private Pill readCount;
    @FXML private FlowPane readers;
    @FXML private Button acknowledge;
    @FXML private Button edit;
    @FXML private Button history;
    @FXML private Button translate;
    @FXML private Button whoRead;
    @FXML private Button nextUnread;

    private final KnowledgeViewModel model;
    private final Actor by;
    private final ArticleFootServices services;
    private final EditorTools tools;
    private final Texts texts;
    private final Changes.Subscription changes;
    private List<Article> unread = List.of();

    /// What is shown of one article.
    private record About(
            Optional<Article> article, List<Article> others, Optional<Person> owner, boolean owed, List<Reader> readers,
            List<Article> unread) {}

    public ArticleFootController(KnowledgeViewModel model, Actor by, ArticleFootServices services, EditorTools tools) {
        this.model = model;
        this.by = by;
        this.services = services;
        this.tools = tools;
        this.texts = tools.texts();
        this.changes = tools.background().whenChanged(
                services.changes(), Set.of(Article.KIND.name(), ArticleAck.KIND.name(), Articles.READ), this::read);
    }

    @FXML
    private void initialize() {
        Stream.of(languages, readers, readCount, acknowledge, edit, history, translate, whoRead, nextUnread, meta)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        readers.setVisible(false);
        model.openProperty().subscribe(article -> {
            readers.setVisible(false);
            read();
        });
    }

    private void read() {
        @Nullable Article open = model.openProperty().get();
        tools.background().latest(this).run("read about article", () -> about(open)).then(this::show);
    }

    private About about(@Nullable Article open) {
        var found = Optional.ofNullable(open).flatMap(known -> services.articles().get(known.id()));
        var since = services.clock().instant().minus(NEW);
        return new About(
                found,
                found.map(services.articles()::inOtherLanguages).orElse(List.of()),
                found.flatMap(article -> services.people().find(article.owner())),
                found.filter(article -> services.acknowledgements().isOwed(by, article)).isPresent(),
                found.filter(article -> article.mustRead() && ArticleRights.owns(by))
                        .map(article -> services.acknowledgements().readers(article, services.people().all()))
                        .orElse(List.of()),
                services.articles().unread(by.id(), lang(), since, MOST_UNREAD));
    }

    private String lang() {
        return texts.language().getLanguage().equals("zh") ? "zh-CN" : texts.language().toLanguageTag();
    }

    private void show(About about) {
        unread = about.unread();
        nextUnread.setVisible(!unread.isEmpty());
        nextUnread.setText(texts.get("knowledge.foot.next_unread", unread.size()));
        var article = about.article();
        root.setVisible(article.isPresent() || !unread.isEmpty());
        var rights = ArticleRights.of(by, article.orElse(null));
        edit.setVisible(article.isPresent() && rights.mayWrite());
        history.setVisible(article.isPresent());
        translate.setVisible(article.filter(known -> other(known, about.others()).isPresent()).isPresent()
                && ArticleRights.writes(by));
        acknowledge.setVisible(about.owed());
        whoRead.setVisible(!about.readers().isEmpty());
        meta.setVisible(article.isPresent());
        article.ifPresent(known -> meta.setText(texts.get(
                "knowledge.foot.meta", about.owner().map(Person::name).orElse(known.owner()),
                services.at().apply(known.updatedAt()), known.reviewOn())));
        languages.setVisible(!about.others().isEmpty());
        languages.getChildren().setAll(about.others().stream().map(this::link).toList());
        showReaders(about.readers());
    }

    private Node link(Article other) {
        var link = new Hyperlink(language(other.lang()) + " · " + other.title());
        link.setOnAction(press -> tools.navigator().go(new KnowledgePlace(other.id())));
        return link;
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(texts.language());
    }

    private void showReaders(List<Reader> all) {
        var done = all.stream().filter(reader -> reader.at().isPresent()).count();
        readCount.setVisible(!all.isEmpty());
        readCount.show(
                texts.get("knowledge.foot.read_count", done, all.size()), done == all.size() ? Signal.OK : Signal.SOON);
        readers.getChildren().setAll(all.stream().map(this::reader).toList());
    }

    private Node reader(Reader reader) {
        return new Pill(
                reader.at()
                        .map(at -> texts.get("knowledge.foot.has_read", reader.name(), services.at().apply(at)))
                        .orElseGet(() -> texts.get("knowledge.foot.has_not_read", reader.name())),
                reader.at().isPresent() ? Signal.OK : Signal.SOON);
    }

    private static Optional<String> other(Article article, List<Article> others) {
        return Texts.LANGUAGES.stream()
                .map(Locale::toLanguageTag)
                .filter(tag -> !tag.equals(article.lang()) && others.stream().noneMatch(other -> other.lang().equals(tag)))
                .findFirst();
    }

    @FXML
    private void acknowledge() {
        withOpen(article -> tools.background()
                .run("acknowledge article", () -> services.acknowledgements().acknowledge(by, article.id()))
                .then(nothing -> tools.dialogs().notice("knowledge.foot.acknowledged"))
                .onProblem(tools.dialogs()::problem));
    }

    @FXML
    private void edit() {
        withOpen(article -> tools.navigator().go(ArticleEditorPlace.of(article.id())));
    }

    @FXML
    private void showHistory() {
        withOpen(article -> tools.navigator().go(ArticleEditorPlace.history(article.id())));
    }

    @FXML
    private void translate() {
        withOpen(article -> tools.background()
                .run("look for languages", () -> services.articles().inOtherLanguages(article))
                .then(others -> other(article, others).ifPresent(lang ->
                        tools.navigator().go(ArticleEditorPlace.translation(article, lang)))));
    }

    @FXML
    private void showWhoRead() {
        readers.setVisible(!readers.isVisible());
    }

    @FXML
    private void nextUnread() {
        UUID open = model.openProperty().get() == null ? null : model.openProperty().get().id();
        unread.stream()
                .filter(article -> !article.id().equals(open))
                .findFirst()
                .ifPresent(article -> model.open(article.id()));
    }

    private void withOpen(java.util.function.Consumer<Article> act) {
        var article = model.openProperty().get();
        if (article != null) {
            act.accept(article);
        }
    }

    @Override
    public void close() {
        changes.close();
        tools.background().latest(this).drop();
    }
}
