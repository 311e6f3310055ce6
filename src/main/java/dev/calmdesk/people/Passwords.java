package dev.calmdesk.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Turns passwords into Argon2id hashes and checks them. A hash is a PHC string that carries its own cost and salt, so
/// old ones stay good when the cost rises. Thread-safe; a call takes a noticeable part of a second on purpose, and only
/// a few run at once because each one fills its memory.
public final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 4;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([^$]{11,86})\\$([^$]{22,86})");
    /// A hash may come from another desk; one that asks for more than this is not worked on.
    private static final Cost MOST = new Cost(262_144, 10, 4);

    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /// What one guess costs an attacker.
    record Cost(int memoryKiB, int passes, int lanes) {

        static final Cost STANDARD = new Cost(19 * 1024, 2, 1);

        boolean within(Cost most) {
            return lanes >= 1
                    && lanes <= most.lanes
                    && passes >= 1
                    && passes <= most.passes
                    && memoryKiB >= 8 * lanes
                    && memoryKiB <= most.memoryKiB;
        }
    }

    private record Hash(Cost cost, byte[] salt, byte[] bytes) {

        static Optional<Hash> parse(String phc) {
            var match = PHC.matcher(phc);
            if (!match.matches()) {
                return Optional.empty();
            }
            var cost = new Cost(
                    Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
            try {
                var decoder = Base64.getDecoder();
                return Optional.of(new Hash(cost, decoder.decode(match.group(4)), decoder.decode(match.group(5))))
                        .filter(hash -> hash.cost().within(MOST));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        String phc() {
            return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                    .formatted(
                            cost.memoryKiB(),
                            cost.passes(),
                            cost.lanes(),
                            ENCODER.encodeToString(salt),
                            ENCODER.encodeToString(bytes));
        }
    }

    public Passwords() {
        this(Cost.STANDARD);
    }

    Passwords(Cost cost) {
        this.cost = cost;
    }

    /// @return a PHC string; two calls with the same password give different ones
    public String hash(String password) {
        var salt = salt();
        return new Hash(cost, salt, derive(password, salt, cost, HASH_BYTES)).phc();
    }

    /// @return false also for a hash that cannot be read
    public boolean verify(String password, String phc) {
        var hash = Hash.parse(phc);
        if (hash.isEmpty()) {
            return pretend(password);
        }
        var expected = hash.get().bytes();
        var found = derive(password, hash.get().salt(), hash.get().cost(), expected.length);
        return MessageDigest.isEqual(expected, found);
    }

    /// Does the work of [#verify] for somebody who does not exist, so that the time taken does not tell who does.
    ///
    /// @return always false
    boolean pretend(String password) {
        derive(password, salt(), cost, HASH_BYTES);
        return false;
    }

    /// Whether a hash was made with a cost that is no longer ours.
    public boolean needsRehash(String phc) {
        return Hash.parse(phc).map(hash -> !hash.cost().equals(cost)).orElse(true);
    }

    private byte[] salt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private byte[] derive(String password, byte[] salt, Cost cost, int length) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build();
        var result = new byte[length];
        places.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(typed(password), result);
        } finally {
            places.release();
        }
        return result;
    }

    /// The same password gives the same bytes however the keyboard composed its characters.
    private static byte[] typed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }
}
