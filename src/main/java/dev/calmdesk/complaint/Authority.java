package dev.calmdesk.complaint;

import dev.calmdesk.base.Money;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;

/// What a role may grant in one case; whoever wants more asks somebody with more.
///
/// @param amount sum of all remedies, as text in major units
/// @param couponAmount the same for coupons alone
public record Authority(Role role, String amount, String couponAmount) {

    public static final Topic<Authority> TOPIC = new Topic<>("authority", Authority.class);

    /// The most a person may grant in one case, in minor units; the best of their roles, 0 if no role grants anything.
    public static long limit(Workplace workplace, Actor person, String remedyType, String currency) {
        return workplace.all(TOPIC).stream()
                .filter(authority -> person.isAny(authority.role()))
                .map(authority -> remedyType.equals("COUPON") ? authority.couponAmount() : authority.amount())
                .mapToLong(amount -> Money.parse(amount, currency).minor())
                .max()
                .orElse(0);
    }
}
