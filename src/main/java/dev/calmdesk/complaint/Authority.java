package dev.calmdesk.complaint;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// What a role may grant in one case; whoever wants more asks somebody with more.
///
/// @param amount sum of all remedies, as text in major units
/// @param couponAmount the same for coupons alone
public record Authority(Role role, String amount, String couponAmount) {

    public static final Topic<Authority> TOPIC = new Topic<>("authority", Authority.class);

    /// Code of the kind of remedy that has a limit of its own.
    private static final String COUPON = "COUPON";

    public Authority {
        Objects.requireNonNull(role);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(couponAmount);
    }

    /// The most a person may grant in one case, in minor units; the best of their roles, 0 if no role grants anything.
    public static long limit(Workplace workplace, Actor person, String remedyType, String currency) {
        return limit(workplace.all(TOPIC), person.roles(), remedyType, currency);
    }

    private static long limit(Collection<Authority> table, Set<Role> roles, String remedyType, String currency) {
        return table.stream()
                .filter(authority -> roles.contains(authority.role()))
                .map(authority -> remedyType.equals(COUPON) ? authority.couponAmount() : authority.amount())
                .mapToLong(amount -> minor(amount, currency))
                .max()
                .orElse(0);
    }

    private static long minor(String amount, String currency) {
        try {
            return Money.parse(amount, currency).minor();
        } catch (Problem.Refused unreadable) {
            return 0; // what nobody can read grants nothing
        }
    }

    /// What of it is left besides the remedies that a case has already; below 0 if others granted more.
    static long left(
            Workplace workplace, Actor person, String remedyType, String currency, Collection<Remedy> others) {
        var granted = others.stream()
                .filter(Remedy::isGranted)
                .map(remedy -> new Granted(remedy.type(), remedy.amountMinor()))
                .toList();
        return left(workplace.all(TOPIC), person.roles(), remedyType, currency, granted);
    }

    /// What a case has been granted already.
    public record Granted(String type, long amountMinor) {}

    /// The same, for whoever holds the table and the grants otherwise. Coupons count among all remedies, and besides have
    /// a limit of their own.
    public static long left(
            Collection<Authority> table, Set<Role> roles, String remedyType, String currency,
            Collection<Granted> others) {
        var ofAll = limit(table, roles, "", currency) - sum(others, granted -> true);
        return remedyType.equals(COUPON)
                ? Math.min(ofAll, limit(table, roles, COUPON, currency)
                        - sum(others, granted -> granted.type().equals(COUPON)))
                : ofAll;
    }

    private static long sum(Collection<Granted> others, Predicate<Granted> counted) {
        return others.stream().filter(counted).mapToLong(Granted::amountMinor).sum();
    }
}
