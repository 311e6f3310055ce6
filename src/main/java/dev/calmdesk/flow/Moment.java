package dev.calmdesk.flow;

/// The moments of a contact for which there are lines to say (service standard §5).
public enum Moment {
    GREET, VERIFY, CLARIFY, HOLD, RESUME, SAFETY, EMPATHISE, APOLOGISE, CALM, RESTATE, READ_BACK, ANSWER, PLAN,
    NEGOTIATE, REFUSE, PROMISE, TRANSFER, CONFIRM, FOLLOW_UP, SURVEY, THANK, CLOSE
}
