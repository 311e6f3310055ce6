package dev.calmdesk.hub;

import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Lets desks in: a one-time code for a team becomes a desk with a token. Of both only hashes are kept; they are random
/// and long, so a plain SHA-256 is enough.
public final class Enrolment {

    private static final Duration CODE_HOLDS = Duration.ofMinutes(15);
    private static final Duration ADMISSION_HOLDS = Duration.ofDays(30);
    /// Milliseconds: to write it at every request would cost more than the request.
    private static final long SEEN_TO_THE = Duration.ofMinutes(1).toMillis();

    private static final int CODE_BYTES = 16;
    private static final int TOKEN_BYTES = 32;

    private final HubDatabase database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Enrolment(HubDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @return the code, to be redeemed once within fifteen minutes
    public String offer(String teamScope) {
        return offer(teamScope, false);
    }

    /// @param withHistory whether whoever hands the code out answers for what the desk did before
    /// @return the code, to be redeemed once within fifteen minutes
    public String offer(String teamScope, boolean withHistory) {
        var code = secret(CODE_BYTES);
        database.write(handle -> handle.execute(
                "insert into enrolment (code_hash, team_scope, expires_at, with_history) values (?, ?, ?, ?)",
                hash(code), teamScope, clock.instant().plus(CODE_HOLDS).toEpochMilli(), withHistory));
        return code;
    }

    /// A code as it was handed out.
    private record Offer(String teamScope, boolean withHistory) {}

    /// Lets a desk in that did nothing before.
    ///
    /// @return empty if there is no such code, or it was used or is too old
    public Optional<Admission> redeem(String code, UUID deskId) {
        return redeem(code, deskId, 0);
    }

    /// @param lastSeq number of the newest entry that the desk made so far
    /// @return empty if there is no such code, or it was used or is too old
    public Optional<Admission> redeem(String code, UUID deskId, long lastSeq) {
        return database.write(handle -> {
            var now = clock.instant().toEpochMilli();
            var offer = handle.createQuery("""
                            update enrolment set used_by = :desk
                            where code_hash = :code and used_by is null and expires_at > :now
                            returning team_scope, with_history""")
                    .bind("desk", deskId)
                    .bind("code", hash(code))
                    .bind("now", now)
                    .map((row, context) -> new Offer(row.getString("team_scope"), row.getBoolean("with_history")))
                    .findOne();
            return offer.map(known -> {
                var isNew = root(handle, deskId).isEmpty();
                var isVouched = known.withHistory() || FactStore.isNobodyKnown(handle);
                var admission = admit(handle, deskId, known.teamScope(), null);
                if (isNew || known.withHistory()) {
                    handle.execute(
                            "update desk set enrolled_seq = ?, vouched = ? where id = ?", lastSeq, isVouched, deskId);
                }
                return admission;
            });
        });
    }

    /// Lets in a desk that will say its id with its first bundle, within thirty days.
    ///
    /// @param withHistory whether whoever hands it out answers for what the desk did before
    Admission admitUnclaimed(String teamScope, boolean withHistory) {
        return database.write(handle -> {
            var place = UUID.randomUUID();
            var admission = admit(handle, place, teamScope, null);
            handle.execute("update desk set unclaimed = true, vouched = ? where id = ?", withHistory, place);
            return admission;
        });
    }

    /// What may have sealed a desk's bundle: the hash of its token, or of one that waits for its desk.
    List<byte[]> bundleSecrets(UUID deskId) {
        return database.read(handle -> handle.createQuery("""
                        select token_hash from desk where id = :desk or unclaimed and created_at > :oldest
                        order by unclaimed""")
                .bind("desk", deskId)
                .bind("oldest", clock.instant().minus(ADMISSION_HOLDS).toEpochMilli())
                .mapTo(byte[].class)
                .list());
    }

    /// A desk proved that it holds a token; if that was waiting for its desk, it is this one's from now on.
    ///
    /// @param lastSeq number of the newest entry that the desk made so far
    void claim(UUID deskId, byte[] tokenHash, long lastSeq) {
        database.write(handle -> {
            var place = handle.createQuery(
                            "select id from desk where token_hash = :hash and unclaimed for update")
                    .bind("hash", tokenHash)
                    .mapTo(UUID.class)
                    .findOne();
            place.ifPresent(id -> {
                if (root(handle, deskId).isPresent()) {
                    takeOver(handle, deskId, id);
                } else {
                    handle.execute("""
                            update desk set id = ?, unclaimed = false, enrolled_seq = ?, vouched = vouched or ?
                            where id = ?""", deskId, lastSeq, FactStore.isNobodyKnown(handle), id);
                }
            });
            return null;
        });
    }

    /// A desk that was here before gets the token and the code that it goes by now; the place that waited keeps the old
    /// code, so that nobody else ever gets it.
    private void takeOver(Handle handle, UUID deskId, UUID place) {
        var codes = handle.createQuery("select id, code from desk where id in (:desk, :place)")
                .bind("desk", deskId)
                .bind("place", place)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("code")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var token = handle.createQuery("select token_hash from desk where id = :place")
                .bind("place", place)
                .mapTo(byte[].class)
                .one();
        handle.execute("""
                update desk set unclaimed = false, token_hash = ?, code = ?, revoked_at = ? where id = ?""",
                hash(secret(TOKEN_BYTES)), place.toString(), clock.instant().toEpochMilli(), place);
        handle.execute("""
                update desk set token_hash = ?, code = ?, revoked_at = null,
                    team_scope = (select team_scope from desk where id = ?) where id = ?""",
                token, codes.get(place), place, deskId);
        handle.execute("update desk set code = ? where id = ?", codes.get(deskId), place);
    }

    /// @param root the first desk of the line; null if this is the first
    private Admission admit(Handle handle, UUID deskId, String team, @Nullable UUID root) {
        var token = secret(TOKEN_BYTES);
        handle.execute("lock table desk in share row exclusive mode"); // two desks never get one code
        var known = handle.createQuery("select code from desk where id = :id")
                .bind("id", deskId)
                .mapTo(String.class)
                .findOne();
        var name = known.orElseGet(() -> nextCode(handle.createQuery("select count(*) from desk")
                .mapTo(Integer.class)
                .one()));
        handle.execute("""
                insert into desk (id, code, token_hash, team_scope, last_seq, created_at, root)
                values (?, ?, ?, ?, coalesce((select max(seq) from entry where desk = ?), 0), ?, ?)
                on conflict (id) do update set token_hash = excluded.token_hash, team_scope = excluded.team_scope,
                    revoked_at = null""", deskId, name, hash(token), team, deskId, clock.instant().toEpochMilli(), root);
        var hub = Feed.identity(handle);
        return new Admission(name, token, team, hub.hub(), hub.epoch());
    }

    /// Lets a desk that was restored from a backup go on under a new id. Both stay what they are: the old one may be a
    /// copy that is still at work. Asking again gives the same desk a new token.
    ///
    /// @throws Refusal if the desk may not go on, or the id belongs to another one
    public Admission goOn(UUID deskId, UUID heir) {
        return database.write(handle -> {
            var desk = Feed.admitted(handle, deskId);
            var root = root(handle, deskId).orElseThrow();
            if (root(handle, heir).filter(line -> !line.equals(root)).isPresent() || heir.equals(root)) {
                throw Refusal.of(Code.MALFORMED, "the id of another desk");
            }
            var admission = admit(handle, heir, desk.teamScope(), root);
            handle.execute(
                    "update desk set vouched = (select vouched from desk where id = ?) where id = ?", deskId, heir);
            return admission;
        });
    }

    private static Optional<UUID> root(Handle handle, UUID deskId) {
        return handle.createQuery("select coalesce(root, id) from desk where id = :id")
                .bind("id", deskId)
                .mapTo(UUID.class)
                .findOne();
    }

    /// A01 … A99, B01 … : the first desks keep short names.
    static String nextCode(int desks) {
        return "%c%02d".formatted('A' + desks / 99, desks % 99 + 1);
    }

    /// The desk that a token belongs to.
    ///
    /// @throws Refusal if there is none, or it was revoked
    public UUID admitted(String token) {
        return holder(token).id();
    }

    /// Who shows a token.
    ///
    /// @param seenAt when it was seen last, to the minute
    record Holder(UUID id, String code, boolean isRevoked, long seenAt) {}

    /// As [#admitted].
    Holder holder(String token) {
        var now = clock.instant().toEpochMilli();
        var desk = database.read(handle -> handle.createQuery(
                        "select id, code, revoked_at, seen_at from desk where token_hash = :hash")
                .bind("hash", hash(token))
                .map((row, context) -> new Holder(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getObject("revoked_at") != null,
                        row.getLong("seen_at")))
                .findOne())
                .orElseThrow(() -> Refusal.of(Code.UNKNOWN_DESK, ""));
        if (desk.isRevoked()) {
            throw Refusal.of(Code.REVOKED, "");
        }
        if (desk.seenAt() < now - SEEN_TO_THE) {
            database.write(handle -> handle.execute("update desk set seen_at = ? where id = ?", now, desk.id()));
        }
        return desk;
    }

    /// From now on the desk is told that it was revoked, under whatever ids it went on; what it did stays.
    ///
    /// @return whether there is such a desk
    public boolean revoke(String deskCode) {
        return database.write(handle -> handle.execute("""
                        update desk set revoked_at = coalesce(revoked_at, ?)
                        where coalesce(root, id) = (select coalesce(root, id) from desk where code = ?)""",
                        clock.instant().toEpochMilli(), deskCode))
                > 0;
    }

    /// As [#revoke(String)].
    public void revoke(UUID deskId) {
        database.write(handle -> handle.execute("""
                update desk set revoked_at = ?
                where coalesce(root, id) = (select coalesce(root, id) from desk where id = ?)""",
                clock.instant().toEpochMilli(), deskId));
    }

    /// A code that nobody guesses.
    String secret() {
        return secret(CODE_BYTES);
    }

    private String secret(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret); // people and command lines take nothing in it for anything else
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
