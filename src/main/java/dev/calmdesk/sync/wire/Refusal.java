package dev.calmdesk.sync.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The hub does not carry out a request. Nothing of it was stored.
public final class Refusal extends RuntimeException {

    private final Code code;
    private final long expected;

    /// Stable on the wire, in lower case with hyphens.
    public enum Code {
        /// No such desk, or not its token.
        UNKNOWN_DESK,
        /// The desk was revoked.
        REVOKED,
        /// The hub was restored from a backup, or is another one.
        OTHER_EPOCH,
        /// Nothing is offered to a hub that was not restored from a backup, or a month ago.
        NOT_RESTORED,
        /// The push, or the part of a file, does not begin where the last one ended; the answer says where it should.
        GAP,
        /// The hub has other entries of this desk under these numbers: the desk was restored from a backup, or copied.
        SEQ_TAKEN,
        /// The desk does not belong to the scope.
        FOREIGN_SCOPE,
        /// Not what the protocol describes.
        MALFORMED,
        /// Larger than the protocol allows.
        TOO_LARGE,
        /// Nothing that the desk reads names such a file, or it has not come yet.
        UNKNOWN_FILE,
        /// All bytes of a file came, and they are not what its name says. All are forgotten.
        WRONG_CONTENT,
        /// No such enrolment code, or it was used, or is too old.
        UNKNOWN_CODE,
        /// Too many requests; the answer says how long to wait.
        SLOW_DOWN,
        /// The hub does not prove that it is the one this desk knows. Found out by the desk; no hub sends it.
        OTHER_KEY;

        /// As it stands on the wire.
        public String onWire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// @return empty for a code of a newer hub
        public static Optional<Code> of(String onWire) {
            return Arrays.stream(values()).filter(code -> code.onWire().equals(onWire)).findFirst();
        }
    }

    private Refusal(Code code, long expected, String detail) {
        super(code + (detail.isEmpty() ? "" : ": " + detail));
        this.code = code;
        this.expected = expected;
    }

    public static Refusal of(Code code, String detail) {
        return new Refusal(code, 0, detail);
    }

    /// @param expected the number with which the next push, or the byte with which the next part, has to begin
    public static Refusal gap(long expected) {
        return new Refusal(Code.GAP, expected, "expected " + expected);
    }

    /// @param wait after which the request may be sent again
    public static Refusal slowDown(Duration wait) {
        return new Refusal(Code.SLOW_DOWN, Math.max(1, wait.plusMillis(999).toSeconds()), "");
    }

    public Code code() {
        return code;
    }

    /// Where the next push or part has to begin, after [Code#GAP]; seconds to wait, after [Code#SLOW_DOWN].
    public long expected() {
        return expected;
    }
}
