package dev.calmdesk.bench;

import dev.calmdesk.data.Database;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.PackArticles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A knowledge base of any size, spliced from the titles and sentences of the pack, and what people type into it. The
/// same for the same size.
final class Library {

    private static final int MOST_SENTENCES = 6;
    private static final int BATCH = 1_000;

    private final List<String> openings = new ArrayList<>();
    private final List<String> endings = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    /// One article.
    record Text(UUID id, String title, String body) {}

    Library() {
        for (var article : PackArticles.all()) {
            if (article.lang().equals("zh-CN")) {
                var parts = article.title().split("[：，、？]", 2);
                openings.add(parts[0]);
                endings.add(parts[parts.length - 1]);
                questions.add(article.question());
                Stream.of((article.answer() + article.detail()).split("[。\n]"))
                        .map(String::strip)
                        .filter(sentence -> sentence.length() > 6)
                        .forEach(sentences::add);
            }
        }
    }

    Stream<Text> texts(int count) {
        var random = new Random(count);
        return IntStream.range(0, count).mapToObj(number -> {
            var body = new StringBuilder();
            for (var left = 2 + random.nextInt(MOST_SENTENCES - 1); left > 0; left--) {
                body.append(any(sentences, random)).append('。');
            }
            return new Text(new UUID(7, number), any(openings, random) + "：" + any(endings, random), body.toString());
        });
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /// What customers ask, as agents type it.
    List<String> questions(int count) {
        var random = new Random(3);
        return IntStream.range(0, count).mapToObj(number -> any(questions, random)).toList();
    }

    /// What stands in the field after each keystroke of some questions, from the third on: before it a trigram index has
    /// nothing to look for.
    List<String> keystrokes(int count) {
        return questions(count).stream()
                .flatMap(question -> IntStream.rangeClosed(3, Math.min(24, question.length()))
                        .mapToObj(length -> question.substring(0, length)))
                .limit(count)
                .toList();
    }

    /// Writes the articles as rows, without a journal: a search does not look there.
    void into(Database database, int count) {
        var batch = new ArrayList<Text>();
        texts(count).forEach(text -> {
            batch.add(text);
            if (batch.size() == BATCH) {
                write(database, batch);
                batch.clear();
            }
        });
        write(database, batch);
    }

    private static void write(Database database, List<Text> texts) {
        database.writeDo(tx -> {
            try (var insert = tx.handle().prepareBatch("""
                    insert into article (id, code, lang, kind, title, question, answer, detail, products, categories, audience,
                        valid_from, owner, review_on, must_read, keywords, state, updated_at)
                    values (:id, :code, 'zh-CN', 'FAQ', :title, '', :body, '', '[]', '[]', 'PUBLIC', '2026-01-01', '8105',
                        '2027-01-01', false, '[]', 'PUBLISHED', 0)""")) {
                texts.forEach(text -> insert.bind("id", text.id()).bind("code", text.id().toString())
                        .bind("title", text.title()).bind("body", text.body()).add());
                if (insert.size() > 0) {
                    insert.execute();
                }
            }
            tx.touched(Article.KIND.name());
        });
    }
}
