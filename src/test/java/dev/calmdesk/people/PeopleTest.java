package dev.calmdesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.support.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

    private static final String PASSWORD = "chensui-demo";
    private static final PersonDraft LIN =
            new PersonDraft("8021", "林晓棠", "lin xiaotang", Set.of(Role.AGENT), "T1", "A07");
    private static final PersonDraft QIU = new PersonDraft("8111", "邱宁", "qiu ning", Set.of(Role.ADMIN), "", null);

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final Passwords passwords = new Passwords(new Passwords.Cost(64, 1, 1));
    private Database database;
    private People people;
    private Actor admin;

    @BeforeEach
    void open() {
        database = Database.inMemory(clock, ids);
        people = new People(database, passwords, clock, ids);
        admin = database.write(tx -> people.put(tx, ids.next(), QIU, passwords.hash(PASSWORD))).asActor();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoeverWasAddedSignsInWithTheRolesGiven() {
        var added = people.add(admin, LIN, PASSWORD);

        var actor = people.signIn(" 8021 ", PASSWORD);

        assertThat(actor).isEqualTo(new Actor(added.id(), "8021", "林晓棠", Set.of(Role.AGENT), "T1"));
        assertThat(people.find("8021")).contains(added);
        assertThat(people.get(added.id()).password()).doesNotContain(PASSWORD);
    }

    @Test
    void aWrongPasswordAndAnUnknownNumberAreToldApartByNobody() {
        people.add(admin, LIN, PASSWORD);
        people.setActive(admin, people.add(admin, draft("8013"), PASSWORD).id(), false);

        for (int attempt = 1; attempt <= 12; attempt++) {
            var wrong = refusal("8021", "not this one");
            var unknown = refusal("8999", "not this one");
            var inactive = refusal("8013", PASSWORD);

            assertThat(unknown.textKey()).isEqualTo(wrong.textKey()).isEqualTo(inactive.textKey());
            assertThat(unknown.arguments()).isEqualTo(wrong.arguments()).isEqualTo(inactive.arguments());
            clock.advance(Duration.ofSeconds(20));
        }
        assertThat(refusal("8".repeat(300), PASSWORD).textKey()).isEqualTo("people.problem.sign_in");
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaitsUntilTheTimeSaid() {
        people.add(admin, LIN, PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(refusal("8021", "wrong").textKey()).isEqualTo("people.problem.sign_in");
        }
        var until = clock.instant().plusSeconds(30);

        assertThat(refusal("8021", "wrong").arguments()).containsExactly(Date.from(until));
        clock.advance(Duration.ofSeconds(29));
        assertThat(refusal("8021", PASSWORD).arguments()).containsExactly(Date.from(until));
        clock.advance(Duration.ofSeconds(1));
        assertThat(people.signIn("8021", PASSWORD).agentNo()).isEqualTo("8021");
    }

    @Test
    void thePauseDoublesToAQuarterOfAnHourAndASuccessEndsTheCount() {
        assertThat(SignInGuard.pause(4)).isZero();
        assertThat(SignInGuard.pause(5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(SignInGuard.pause(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(SignInGuard.pause(9)).isEqualTo(Duration.ofMinutes(8));
        for (int failures = 10; failures < 200; failures++) {
            assertThat(SignInGuard.pause(failures)).isEqualTo(Duration.ofMinutes(15));
        }
        people.add(admin, LIN, PASSWORD);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                refusal("8021", "wrong");
            }
            people.signIn("8021", PASSWORD);
        }
    }

    @Test
    void aClockSetBackKeepsNobodyOutForLongerThanAQuarterOfAnHour() {
        people.add(admin, LIN, PASSWORD);
        clock.advance(Duration.ofDays(300));
        for (int i = 0; i < 5; i++) {
            refusal("8021", "wrong");
        }
        clock.advance(Duration.ofDays(-300));

        assertThat(refusal("8021", PASSWORD).textKey()).isEqualTo("people.problem.locked");
        clock.advance(Duration.ofMinutes(15));
        people.signIn("8021", PASSWORD);
    }

    @Test
    void theLockOutSurvivesARestart(@TempDir Path folder) {
        try (var store = Database.open(new StoreFiles(folder), clock, ids)) {
            var staff = new People(store, passwords, clock, ids);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> staff.signIn("8021", "wrong")).isInstanceOf(Problem.Refused.class);
            }
        }
        try (var store = Database.open(new StoreFiles(folder), clock, ids)) {
            var staff = new People(store, passwords, clock, ids);
            assertThatThrownBy(() -> staff.signIn("8021", "wrong"))
                    .isInstanceOfSatisfying(
                            Problem.Refused.class, it -> assertThat(it.textKey()).isEqualTo("people.problem.locked"));
        }
    }

    @Test
    void manyTriesAtOnceAreCountedEachBeforeThePasswordIsLookedAt() throws InterruptedException {
        people.add(admin, LIN, PASSWORD);
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                pool.submit(() -> {
                    start.await();
                    var guess = new People(database, passwords, clock, ids);
                    return catchThrowableOfType(Problem.class, () -> guess.signIn("8021", "wrong"));
                });
            }
            start.countDown();
        }
        var failures = database.read(handle -> handle.createQuery("select failures from sign_in_guard")
                .mapTo(Integer.class)
                .one());
        assertThat(failures).isEqualTo(5);
    }

    @Test
    void anOldHashIsMadeAnewAtTheNextSignIn() {
        var added = people.add(admin, LIN, PASSWORD);
        var stronger = new Passwords(new Passwords.Cost(128, 1, 1));

        new People(database, stronger, clock, ids).signIn("8021", PASSWORD);

        assertThat(stronger.needsRehash(people.get(added.id()).password())).isFalse();
        assertThat(people.signIn("8021", PASSWORD)).isNotNull();
    }

    @Test
    void aPersonChangesTheirPasswordOnlyWithTheOldOne() {
        people.add(admin, LIN, PASSWORD);
        var lin = people.signIn("8021", PASSWORD);

        assertThatThrownBy(() -> people.changePassword(lin, "wrong", "a new password"))
                .isInstanceOf(Problem.Refused.class);
        people.changePassword(lin, PASSWORD, "a new password");

        assertThat(refusal("8021", PASSWORD).textKey()).isEqualTo("people.problem.sign_in");
        assertThat(people.signIn("8021", "a new password")).isEqualTo(lin);
    }

    @Test
    void aForgottenPasswordIsResetByAnAdministratorOnlyAndOpensTheLock() {
        var id = people.add(admin, LIN, PASSWORD).id();
        var lin = people.signIn("8021", PASSWORD);
        for (int i = 0; i < 6; i++) {
            refusal("8021", "wrong");
        }

        assertThatThrownBy(() -> people.resetPassword(lin, id, "a new password")).isInstanceOf(Problem.NotAllowed.class);
        people.resetPassword(admin, id, "a new password");

        assertThat(people.signIn("8021", "a new password")).isEqualTo(lin);
    }

    @Test
    void weakPasswordsTakenNumbersAndEmptyDraftsAreRefused() {
        people.add(admin, LIN, PASSWORD);

        assertRefused("people.problem.password_weak", () -> people.add(admin, draft("8013"), "1234567"));
        assertRefused("people.problem.password_weak", () -> people.add(admin, draft("80131234"), "80131234"));
        assertRefused("people.problem.number_taken", () -> people.add(admin, LIN, PASSWORD));
        assertRefused("people.problem.number_missing", () -> people.add(admin, draft("  "), PASSWORD));
        assertRefused(
                "people.problem.role_missing",
                () -> people.add(admin, new PersonDraft("8013", "陈屿", "chen yu", Set.of(), "T1", null), PASSWORD));
        assertThat(people.all()).extracting(Person::agentNo).containsExactly("8021", "8111");
    }

    @Test
    void onlyAdministratorsKeepAccountsAndOneOfThemRemains() {
        var id = people.add(admin, LIN, PASSWORD).id();
        var lin = people.signIn("8021", PASSWORD);

        assertThatThrownBy(() -> people.add(lin, draft("8013"), PASSWORD)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> people.change(lin, id, LIN)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> people.setActive(lin, id, false)).isInstanceOf(Problem.NotAllowed.class);
        assertRefused("people.problem.last_admin", () -> people.setActive(admin, admin.id(), false));
        assertThat(people.get(admin.id()).active()).isTrue();
    }

    @Test
    void aTeamIsItsActiveMembersAndAChangeIsJournalled() {
        var lin = people.add(admin, LIN, PASSWORD);
        var chen = people.add(admin, draft("8013"), PASSWORD);
        people.setActive(admin, chen.id(), false);

        assertThat(people.byTeam("T1")).extracting(Person::agentNo).containsExactly("8021");

        people.change(admin, lin.id(), new PersonDraft("8021", "林晓棠", "lin xiaotang", Set.of(Role.LEAD), "T2", null));
        assertThat(people.byTeam("T1")).isEmpty();
        assertThat(people.signIn("8021", PASSWORD).roles()).containsExactly(Role.LEAD);
        var history = database.read(handle -> Journal.of(handle, lin.id()));
        assertThat(history)
                .extracting(entry -> entry.act() + entry.changes().keySet())
                .last()
                .isEqualTo("changed[roles, team, desk]");
    }

    @Test
    void importingTwiceKeepsPasswordAndIdentity() {
        var author = UUID.randomUUID();
        var first = database.write(tx -> people.put(tx, author, LIN, passwords.hash(PASSWORD)));
        people.signIn("8021", PASSWORD);

        var second = database.write(tx -> people.put(tx, author, LIN, passwords.hash("something else")));

        assertThat(second).isEqualTo(first);
        try (var other = Database.inMemory(clock, ids)) {
            var elsewhere = new People(other, passwords, clock, ids);
            var there = other.write(tx -> elsewhere.put(tx, author, LIN, first.password()));
            assertThat(there).isEqualTo(first);
        }
    }

    @Test
    void aRoleOfANewerVersionGivesNoRight() {
        var person = new Person(ids.next(), "8021", "林晓棠", "", java.util.List.of("AGENT", "WIZARD"), "T1", null, "", true);

        assertThat(person.asActor().roles()).containsExactly(Role.AGENT);
    }

    private static PersonDraft draft(String agentNo) {
        return new PersonDraft(agentNo, "陈屿", "chen yu", Set.of(Role.AGENT), "T1", "A03");
    }

    private Problem refusal(String agentNo, String password) {
        return catchThrowableOfType(Problem.Refused.class, () -> people.signIn(agentNo, password));
    }

    private static void assertRefused(String textKey, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.textKey()).isEqualTo(textKey));
    }
}
