package dev.calmdesk.sync;

import java.util.EnumSet;
import java.util.Set;

/// What has to be true of desks and hub, however a run went; numbered as in the design of the exchange.
enum Property {
    P1_NOTHING_MISSING("everything acknowledged is on the hub once, or in the visible quarantine"),
    P2_NOTHING_DOUBLED("no id and no number of a desk is there twice"),
    P3_EQUAL("rows and conflicts are the same on all desks of a team"),
    P4_NO_GAP("each desk holds everything of its scopes, in the order of its numbers"),
    P5_OWN_WORDS_STAY("what was written here is shown here, what was read stays read"),
    P6_NO_WORD_LOST("each word is shown, waits in a conflict, or was replaced by somebody who had seen it"),
    P7_AGAIN_CHANGES_NOTHING("a message that comes again changes nothing"),
    P8_OUTBOX_EMPTIES("nothing waits any more once all is well"),
    P9_ERASED_IS_GONE("no word about an erased customer is left anywhere"),
    P10_NOTHING_FOREIGN("no team has entries of another one"),
    P11_GRANTED_ONCE("what is limited takes effect at most once"),
    P12_BOUNDED("a message holds no more than it may, whatever waits");

    private final String meaning;

    Property(String meaning) {
        this.meaning = meaning;
    }

    /// A run in which properties do not hold.
    static final class Broken extends AssertionError {

        private final Set<Property> properties = EnumSet.noneOf(Property.class);

        Broken(Property property, Throwable how) {
            super(property + ": " + property.meaning, how);
            properties.add(property);
        }

        Set<Property> properties() {
            return properties;
        }

        private void and(Broken other) {
            properties.addAll(other.properties);
            addSuppressed(other);
        }
    }

    /// A property and what shows that it holds.
    record Claim(Property property, Runnable shown) {}

    void holds(Runnable shown) {
        try {
            shown.run();
        } catch (AssertionError e) {
            throw e instanceof Broken broken ? broken : new Broken(this, e);
        }
    }

    Claim when(Runnable shown) {
        return new Claim(this, shown);
    }

    /// Looks at all of them, so that whoever reads of a failure knows everything that is broken.
    static void allHold(Claim... claims) {
        Broken first = null;
        for (var claim : claims) {
            try {
                claim.property().holds(claim.shown());
            } catch (Broken broken) {
                if (first == null) {
                    first = broken;
                } else {
                    first.and(broken);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
