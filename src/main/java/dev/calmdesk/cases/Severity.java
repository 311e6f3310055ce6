package dev.calmdesk.cases;

/// How serious a matter is, S1 the most.
public enum Severity {
    S1, S2, S3, S4;

    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
