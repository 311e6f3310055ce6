package dev.calmdesk.people;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Knows everybody who works here and lets them in.
public final class People {

    public static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_NUMBER = 20;

    private final Database database;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Ids ids;

    public People(Database database, Passwords passwords, InstantSource clock, Ids ids) {
        this.database = database;
        this.passwords = passwords;
        this.guard = new SignInGuard(database, clock);
        this.ids = ids;
    }

    /// Lets a person in. Says the same and takes as long whether the number or the password is wrong.
    ///
    /// @throws Problem.Refused if they do not belong together, or after too many failures
    public Actor signIn(String agentNo, String password) {
        var person = prove(agentNo.strip(), password);
        if (passwords.needsRehash(person.password())) {
            setPassword(person.id(), password, "rehashed", person.id());
        }
        return person.asActor();
    }

    /// The guard counts tries of inactive and unknown numbers like any other.
    private Person prove(String agentNo, String password) {
        if (agentNo.length() > LONGEST_NUMBER) {
            passwords.pretend(password);
            throw Problem.refused("people.problem.sign_in");
        }
        guard.admit(agentNo);
        var person = find(agentNo).filter(Person::active);
        var proven = person.filter(known -> passwords.verify(password, known.password()));
        if (person.isEmpty()) {
            passwords.pretend(password);
        }
        if (proven.isEmpty()) {
            throw guard.refusal(agentNo);
        }
        guard.forget(agentNo);
        return proven.get();
    }

    /// Makes an account.
    public Person add(Actor by, PersonDraft draft, String password) {
        by.require(Role.ADMIN);
        draft.check();
        refuseWeak(password, draft.agentNo());
        var phc = passwords.hash(password);
        return database.write(tx -> {
            refuseTaken(tx.handle(), draft.agentNo());
            var id = ids.next();
            write(tx, id, draft).set("password", phc).set("active", true).as("added", by.id());
            return tx.get(Person.KIND, id);
        });
    }

    /// Makes the first account of a store in which nobody is yet; it manages people and everything a manager may.
    ///
    /// @throws Problem.NotAllowed if somebody is there already
    public Person addFirst(String agentNo, String name, String password) {
        var draft = new PersonDraft(agentNo, name, "", Set.of(Role.ADMIN, Role.MANAGER), "", null);
        draft.check();
        refuseWeak(password, draft.agentNo());
        var phc = passwords.hash(password);
        return database.write(tx -> {
            if (!list(tx.handle()).isEmpty()) {
                throw Problem.notAllowed("people.problem.not_first");
            }
            var id = ids.next();
            write(tx, id, draft).set("password", phc).set("active", true).as("added", id);
            return tx.get(Person.KIND, id);
        });
    }

    /// Replaces what is known about a person, roles and team included. It counts from the person's next sign-in.
    public Person change(Actor by, UUID id, PersonDraft draft) {
        by.require(Role.ADMIN);
        draft.check();
        return database.write(tx -> {
            if (!tx.get(Person.KIND, id).agentNo().equals(draft.agentNo())) {
                refuseTaken(tx.handle(), draft.agentNo());
            }
            write(tx, id, draft).as("changed", by.id());
            refuseNobodyLeft(tx.handle());
            return tx.get(Person.KIND, id);
        });
    }

    /// Lets a person in again, or no longer.
    public void setActive(Actor by, UUID id, boolean active) {
        by.require(Role.ADMIN);
        database.writeDo(tx -> {
            tx.get(Person.KIND, id);
            tx.write(Person.KIND, id).set("active", active).as(active ? "activated" : "deactivated", by.id());
            refuseNobodyLeft(tx.handle());
        });
    }

    /// Changes one's own password.
    ///
    /// @param current proves that it is not somebody else at an unlocked desk; wrong tries count as in [#signIn]
    public void changePassword(Actor by, String current, String fresh) {
        refuseWeak(fresh, by.agentNo());
        var person = prove(by.agentNo(), current);
        setPassword(person.id(), fresh, "password_changed", by.id());
    }

    /// Gives somebody who forgot theirs a new password.
    public void resetPassword(Actor by, UUID id, String fresh) {
        by.require(Role.ADMIN);
        var person = get(id);
        refuseWeak(fresh, person.agentNo());
        setPassword(id, fresh, "password_reset", by.id());
        guard.forget(person.agentNo());
    }

    /// Adds or replaces a person within a larger transaction, for imports. A person who exists keeps the password and
    /// stays active or not. The id follows from the number, so two desks that import one pack make one row.
    ///
    /// @param phc a hash made by [Passwords#hash] before the transaction began, since hashing takes long
    public Person put(Tx tx, UUID author, PersonDraft draft, String phc) {
        draft.check();
        var known = byNumber(tx.handle(), draft.agentNo());
        if (known.isPresent()) {
            write(tx, known.get().id(), draft).asWhenChanged("changed", author);
            return tx.get(Person.KIND, known.get().id());
        }
        var id = UUID.nameUUIDFromBytes(("person/" + draft.agentNo()).getBytes(StandardCharsets.UTF_8));
        write(tx, id, draft).set("password", phc).set("active", true).as("added", author);
        return tx.get(Person.KIND, id);
    }

    private static Tx.Writing<Person> write(Tx tx, UUID id, PersonDraft draft) {
        return tx.write(Person.KIND, id)
                .set("agent_no", draft.agentNo())
                .set("name", draft.name())
                .set("pinyin", draft.pinyin())
                .set("roles", draft.roles().stream().sorted().map(Role::name).toList())
                .set("team", draft.team())
                .set("desk", draft.desk());
    }

    private void setPassword(UUID id, String password, String act, UUID author) {
        var phc = passwords.hash(password);
        database.writeDo(tx -> tx.write(Person.KIND, id).set("password", phc).as(act, author));
    }

    private static void refuseWeak(String password, String agentNo) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD || password.equals(agentNo)) {
            throw Problem.refused("people.problem.password_weak", SHORTEST_PASSWORD);
        }
    }

    private static void refuseTaken(Handle handle, String agentNo) {
        if (byNumber(handle, agentNo).isPresent()) {
            throw Problem.refused("people.problem.number_taken", agentNo);
        }
    }

    /// Somebody must be able to let people in.
    private static void refuseNobodyLeft(Handle handle) {
        if (list(handle).stream().noneMatch(person -> person.active() && person.roleSet().contains(Role.ADMIN))) {
            throw Problem.refused("people.problem.last_admin");
        }
    }

    /// Everybody, also those who left, by agent number.
    public List<Person> all() {
        return database.read(People::list);
    }

    public Optional<Person> find(String agentNo) {
        return database.read(handle -> byNumber(handle, agentNo.strip()));
    }

    public Optional<Person> find(UUID id) {
        return database.read(handle -> Rows.find(handle, Person.KIND, id));
    }

    /// @throws java.util.NoSuchElementException if there is no such person
    public Person get(UUID id) {
        return find(id).orElseThrow();
    }

    /// The active members of a team, by agent number.
    public List<Person> byTeam(String team) {
        return all().stream()
                .filter(person -> person.active() && person.team().equals(team))
                .toList();
    }

    private static List<Person> list(Handle handle) {
        return handle.createQuery("select * from person order by agent_no, id")
                .map(ConstructorMapper.of(Person.class))
                .list();
    }

    /// Two desks that were offline may both have given out a number; the older account has it.
    private static Optional<Person> byNumber(Handle handle, String agentNo) {
        return Rows.list(handle, Person.KIND, "agent_no", agentNo).stream().findFirst();
    }
}
