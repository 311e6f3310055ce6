package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.support.FxTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest extends FxTest {

    private static final Problem REFUSED = Problem.refused("fx.error.title");

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<Throwable> reported = new CopyOnWriteArrayList<>();
    private final Background background = new Background((work, error) -> {
        reported.add(error);
        heard.add("reported " + work);
    });

    @AfterEach
    void close() {
        background.close();
    }

    private String next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void workRunsOffTheFxThreadAndTheReactionOnIt() throws InterruptedException {
        onFx(() -> background
                .run("ask", () -> "fx " + Platform.isFxApplicationThread() + ", virtual "
                        + Thread.currentThread().isVirtual())
                .then(answer -> heard.add(answer + ", reaction on fx " + Platform.isFxApplicationThread())));

        assertThat(next()).isEqualTo("fx false, virtual true, reaction on fx true");
    }

    @Test
    void aProblemGoesToItsReactionAndNotToTheReporter() throws InterruptedException {
        onFx(() -> background
                .run("ask", () -> {
                    throw REFUSED;
                })
                .then(nothing -> heard.add("then"))
                .onProblem(problem -> heard.add(problem.textKey()))
                .whenDone(() -> heard.add("done")));

        assertThat(next()).isEqualTo("fx.error.title");
        assertThat(next()).isEqualTo("done");
        assertThat(reported).isEmpty();
    }

    @Test
    void aProblemNobodyAnswersIsReported() throws InterruptedException {
        onFx(() -> background.run("ask", () -> {
            throw REFUSED;
        }));

        assertThat(next()).isEqualTo("reported ask");
        assertThat(reported).containsExactly(REFUSED);
    }

    @Test
    void aBugIsReportedOnceAndTheScreenMayStillRecover() throws InterruptedException {
        var bug = new IllegalStateException("bug");
        onFx(() -> background
                .run("ask", () -> {
                    throw bug;
                })
                .onProblem(problem -> heard.add("problem"))
                .whenDone(() -> heard.add("done")));

        assertThat(next()).isEqualTo("done");
        assertThat(next()).isEqualTo("reported ask");
        assertThat(reported).containsExactly(bug);
    }

    @Test
    void aReactionThatFailsIsReported() throws InterruptedException {
        onFx(() -> background.run("ask", () -> 1).then(answer -> {
            throw new IllegalStateException("bug");
        }));

        assertThat(next()).isEqualTo("reported ask");
    }

    @Test
    void onlyTheNewestOfSeveralQuestionsIsAnswered() throws InterruptedException {
        var release = new CountDownLatch(1);
        var search = background.latest("search");
        onFx(() -> {
            search.run("search", () -> {
                        release.await();
                        return "old";
                    })
                    .then(heard::add)
                    .whenDone(() -> heard.add("done with old"));
            search.run("search", () -> "new").then(heard::add);
        });

        assertThat(next()).isEqualTo("new");
        release.countDown();
        background.close();
        onFx(() -> {});
        assertThat(heard).isEmpty();
    }

    @Test
    void aQuestionThatIsReplacedDuringItsPauseIsNeverAsked() throws InterruptedException {
        var search = background.latest("search", Duration.ofMillis(30));
        onFx(() -> {
            search.run("search", () -> heard.add("asked old")).then(found -> heard.add("old"));
            search.run("search", () -> heard.add("asked new")).then(found -> heard.add("new"));
        });

        assertThat(next()).isEqualTo("asked new");
        assertThat(next()).isEqualTo("new");
        background.close();
        assertThat(heard).isEmpty();
    }

    @Test
    void aBurstOfChangesCausesOneReaction() throws InterruptedException {
        var changes = new Changes();
        var subscription = background.whenChanged(changes, Set.of("kept"), () -> heard.add("refresh"));
        onFx(() -> {
            changes.fire(Set.of("kept"));
            changes.fire(Set.of("other", "kept"));
            changes.fire(Set.of("other"));
        });

        assertThat(next()).isEqualTo("refresh");
        assertThat(heard).isEmpty();

        onFx(() -> {
            changes.fire(Set.of("kept"));
            subscription.close();
        });
        assertThat(heard).isEmpty();
    }

    @Test
    void aTickComesAgainUntilItIsClosed() throws InterruptedException {
        var clock = call(() -> background.repeat(Duration.ofMillis(5), () -> heard.add("tick")));

        assertThat(next()).isEqualTo("tick");
        assertThat(next()).isEqualTo("tick");
        onFx(clock::close);
        heard.clear();
        onFx(() -> {});
        assertThat(heard).isEmpty();
    }

    @Test
    void closingWaitsForRunningWork() throws InterruptedException {
        var begun = new CountDownLatch(1);
        onFx(() -> background
                .run("save", () -> {
                    begun.countDown();
                    Thread.yield();
                    return heard.add("saved");
                })
                .then(saved -> heard.add("too late")));
        begun.await();

        background.close();

        assertThat(next()).isEqualTo("saved");
        background.run("save", () -> heard.add("never"));
        onFx(() -> {});
        assertThat(heard).isSubsetOf("too late");
    }

    @Test
    void directRunsEverythingAtOnceOnTheCallersThread() {
        var direct = Background.direct();

        direct.run("ask", () -> "answer").then(heard::add);
        direct.latest("search", Duration.ofHours(1)).run("search", () -> "found").then(heard::add);
        direct.run("ask", () -> {
                    throw REFUSED;
                })
                .onProblem(problem -> heard.add(problem.textKey()));
        direct.close();

        assertThat(heard).containsExactly("answer", "found", "fx.error.title");
    }

    @Test
    void directThrowsBugsAndProblemsNobodyAnswers() {
        var direct = Background.direct();

        assertThatThrownBy(() -> direct.run("ask", () -> {
                    throw new IllegalStateException("bug");
                }))
                .hasRootCauseMessage("bug");

        direct.run("ask", () -> {
            throw REFUSED;
        });
        assertThatThrownBy(direct::close).hasRootCause(REFUSED);
    }
}
