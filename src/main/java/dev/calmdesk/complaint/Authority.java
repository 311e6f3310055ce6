package dev.calmdesk.complaint;

import dev.calmdesk.base.Money;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.Collection;
import java.util.function.Predicate;

/// What a role may grant in one case; whoever wants more asks somebody with more.
///
/// @param amount sum of all remedies, as text in major units
/// @param couponAmount the same for coupons alone
public record Authority(Role role, String amount, String couponAmount) {

    public static final Topic<Authority> TOPIC = new Topic<>("authority", Authority.class);

    /// Code of the kind of remedy that has a limit of its own.
    private static final String COUPON = "COUPON";

    /// The most a person may grant in one case, in minor units; the best of their roles, 0 if no role grants anything.
    public static long limit(Workplace workplace, Actor person, String remedyType, String currency) {
        return workplace.all(TOPIC).stream()
                .filter(authority -> person.isAny(authority.role()))
                .map(authority -> remedyType.equals(COUPON) ? authority.couponAmount() : authority.amount())
                .mapToLong(amount -> Money.parse(amount, currency).minor())
                .max()
                .orElse(0);
    }

    /// What of it is left besides the remedies that a case has already; below 0 if others granted more. Coupons count
    /// among all remedies, and besides have a limit of their own.
    static long left(
            Workplace workplace, Actor person, String remedyType, String currency, Collection<Remedy> others) {
        var ofAll = limit(workplace, person, "", currency) - granted(others, remedy -> true);
        return remedyType.equals(COUPON)
                ? Math.min(ofAll, limit(workplace, person, COUPON, currency)
                        - granted(others, remedy -> remedy.type().equals(COUPON)))
                : ofAll;
    }

    private static long granted(Collection<Remedy> remedies, Predicate<Remedy> counted) {
        return remedies.stream()
                .filter(remedy -> remedy.isGranted() && counted.test(remedy))
                .mapToLong(Remedy::amountMinor)
                .sum();
    }
}
