package dev.calmdesk.knowledge;

/// Names of what searches narrow and order articles by.
final class Facets {

    static final String LANG = "lang";
    static final String KIND = "kind";
    static final String AUDIENCE = "audience";
    static final String PRODUCT = "product";
    static final String CATEGORY = "category";

    static final String VALID_FROM = "valid_from";
    static final String VALID_TO = "valid_to";
    static final String UPDATED = "updated";
    static final String MUST_READ = "must_read";

    private Facets() {}
}
