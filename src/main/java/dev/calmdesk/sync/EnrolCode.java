package dev.calmdesk.sync;

import java.util.Optional;

/// What an administrator hands out for one desk: a secret, and by what the desk knows the right hub before it shows the
/// secret. Without a pin the hub is on this machine, or has a certificate that the system trusts.
///
/// @param secret what the hub lets one desk in for
/// @param pin of the hub's key ([dev.calmdesk.sync.wire.Pin])
public record EnrolCode(String secret, Optional<String> pin) {

    private static final char BETWEEN = '.';

    /// @param text as it was handed out
    public static EnrolCode parse(String text) {
        var at = text.indexOf(BETWEEN);
        return at < 0
                ? new EnrolCode(text, Optional.empty())
                : new EnrolCode(text.substring(0, at), Optional.of(text.substring(at + 1)));
    }

    /// As it is handed out.
    public String text() {
        return pin.map(known -> secret + BETWEEN + known).orElse(secret);
    }
}
