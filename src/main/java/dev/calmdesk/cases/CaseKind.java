package dev.calmdesk.cases;

/// What a case is about; the letter begins its number, the name is the code of its flow.
public enum CaseKind {
    COMPLAINT("C"),
    INQUIRY("Q");

    private final String letter;

    CaseKind(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }
}
