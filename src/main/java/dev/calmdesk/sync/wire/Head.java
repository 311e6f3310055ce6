package dev.calmdesk.sync.wire;

import org.jspecify.annotations.Nullable;

/// How far a scope has come.
///
/// @param n number of its newest entry
/// @param page what it gained, where that is little; null otherwise
public record Head(String scope, long n, @Nullable Page page) {

    public Head {
        if (page != null && !page.scope().equals(scope)) {
            throw new IllegalArgumentException("page");
        }
    }
}
