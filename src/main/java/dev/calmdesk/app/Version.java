package dev.calmdesk.app;

import java.util.Optional;

/// Which version of the product this is.
public final class Version {

    private Version() {}

    /// Such as `0.1.0`; `dev` when it does not run from a built jar.
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
    }
}
