package dev.calmdesk.cases;

/// A promise is kept or given up; moving its time gives it up and makes a new one, so that the first time still counts.
public enum PromiseState {
    OPEN, KEPT, GIVEN_UP
}
