package dev.calmdesk.cases;


/// Which cases a list shows.
///
/// @param text part of a number, title or customer's name; empty for all
public record CaseList(View view, boolean openOnly, String text) {

    public enum View {
        MINE, TEAM, ALL
    }

    public static CaseList of(View view) {
        return new CaseList(view, true, "");
    }
}
