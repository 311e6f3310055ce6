package dev.calmdesk.hub;

import dev.calmdesk.sync.wire.Admission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Lets desks in: a one-time code for a team becomes a desk with a token. Of both only hashes are kept; they are random
/// and long, so a plain SHA-256 is enough.
public final class Enrolment {

    private static final Duration CODE_HOLDS = Duration.ofMinutes(15);
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
        var code = secret(CODE_BYTES);
        database.write(handle -> handle.execute(
                "insert into enrolment (code_hash, team_scope, expires_at) values (?, ?, ?)",
                hash(code), teamScope, clock.instant().plus(CODE_HOLDS).toEpochMilli()));
        return code;
    }

    /// @return empty if there is no such code, or it was used or is too old
    public Optional<Admission> redeem(String code, UUID deskId) {
        return database.write(handle -> {
            var now = clock.instant().toEpochMilli();
            var team = handle.createQuery("""
                            update enrolment set used_by = :desk
                            where code_hash = :code and used_by is null and expires_at > :now returning team_scope""")
                    .bind("desk", deskId)
                    .bind("code", hash(code))
                    .bind("now", now)
                    .mapTo(String.class)
                    .findOne();
            return team.map(scope -> {
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
                        insert into desk (id, code, token_hash, team_scope, last_seq, created_at) values (?, ?, ?, ?, 0, ?)
                        on conflict (id) do update set token_hash = excluded.token_hash, team_scope = excluded.team_scope,
                            revoked_at = null""", deskId, name, hash(token), scope, now);
                var hub = handle.createQuery("select id, epoch from hub")
                        .map((row, context) -> new Feed.Identity(
                                row.getObject("id", UUID.class), row.getObject("epoch", UUID.class)))
                        .one();
                return new Admission(name, token, scope, hub.hub(), hub.epoch());
            });
        });
    }

    /// A01 … A99, B01 … : the first desks keep short names.
    static String nextCode(int desks) {
        return "%c%02d".formatted('A' + desks / 99, desks % 99 + 1);
    }

    /// The desk that a token belongs to.
    public Optional<UUID> desk(String token) {
        return database.read(handle -> handle.createQuery("select id from desk where token_hash = :hash")
                .bind("hash", hash(token))
                .mapTo(UUID.class)
                .findOne());
    }

    /// From now on the desk is told that it was revoked; what it did stays.
    public void revoke(UUID deskId) {
        database.write(handle -> handle.execute(
                "update desk set revoked_at = ? where id = ?", clock.instant().toEpochMilli(), deskId));
    }

    private String secret(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
