package dev.calmdesk.customer;

import dev.calmdesk.customer.Recognition.Candidate;
import dev.calmdesk.customer.Recognition.Certainty;
import dev.calmdesk.customer.Recognition.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds out whom an input means: first a whole number or order, then the end of one, then a name.
final class Recogniser {

    private static final int SHOWN = 20;
    private static final int LOOKED_AT = 200;
    private static final int LONGEST_INPUT = 200;

    private final CustomerStore store;

    Recogniser(CustomerStore store) {
        this.store = store;
    }

    Recognition recognise(String input) {
        var typed = input.strip();
        if (typed.isEmpty() || typed.length() > LONGEST_INPUT) {
            return Recognition.NOBODY;
        }
        var exact = byWholeNumber(typed);
        if (!exact.isEmpty()) {
            return recognition(exact.size() == 1 ? Certainty.KNOWN : Certainty.MAYBE, typed, exact);
        }
        var found = Numbers.ending(typed).map(this::byEnding).orElseGet(() -> byName(Likeness.typed(typed)));
        return found.isEmpty() ? Recognition.NOBODY : recognition(Certainty.MAYBE, typed, found);
    }

    /// Other customers with a number or the name of this one: maybe the same person, entered twice.
    List<Candidate> lookalikes(Customer customer) {
        var forms = store.numbers(customer.id()).stream()
                .map(CustomerNumber::normalised)
                .collect(Collectors.toSet());
        var found = forms.isEmpty() ? new LinkedHashMap<Customer, Match>() : matched(store.byNumber(forms), Match.NUMBER);
        var likeness = Likeness.typed(customer.name());
        store.byName(customer.name(), after(customer.name()), LOOKED_AT).stream()
                .filter(other -> likeness.with(other).filter(Match.NAME::equals).isPresent())
                .forEach(other -> found.putIfAbsent(other, Match.NAME));
        found.remove(customer);
        return candidates(found, forms::contains);
    }

    private Map<Customer, Match> byWholeNumber(String typed) {
        var forms = Numbers.anyForm(typed);
        var found = forms.isEmpty() ? new LinkedHashMap<Customer, Match>() : matched(store.byNumber(forms), Match.NUMBER);
        matched(store.byOrder(Numbers.orderKey(typed)), Match.ORDER).forEach(found::putIfAbsent);
        return found;
    }

    private Map<Customer, Match> byEnding(String digits) {
        var found = matched(store.byNumberEnd(digits, LOOKED_AT), Match.NUMBER_END);
        matched(store.byOrderEnd(digits, LOOKED_AT), Match.ORDER_END).forEach(found::putIfAbsent);
        return found;
    }

    private Map<Customer, Match> matched(List<UUID> ids, Match match) {
        var found = new LinkedHashMap<Customer, Match>();
        if (!ids.isEmpty()) {
            store.customers(ids).forEach(customer -> found.put(customer, match));
        }
        return found;
    }

    private Map<Customer, Match> byName(Likeness likeness) {
        var found = new LinkedHashMap<Customer, Match>();
        if (!likeness.saysSomething()) {
            return found;
        }
        var asked = new ArrayList<>(store.byName(likeness.name(), after(likeness.name()), LOOKED_AT));
        asked.addAll(store.byLetters(likeness.letters(), after(likeness.letters()), LOOKED_AT));
        if (!likeness.isChinese()) {
            asked.addAll(store.byInitials(likeness.letters(), after(likeness.letters()), LOOKED_AT));
        }
        keepAlike(found, asked, likeness);
        if (found.isEmpty() && likeness.isWorthAScan()) {
            keepAlike(found, store.byPart(likeness.name(), likeness.letters(), LOOKED_AT), likeness);
        }
        return found;
    }

    private static void keepAlike(Map<Customer, Match> found, List<Customer> asked, Likeness likeness) {
        asked.forEach(customer -> likeness.with(customer).ifPresent(match -> found.putIfAbsent(customer, match)));
    }

    /// The first text behind all that begin with this one.
    private static String after(String prefix) {
        return prefix + Character.MAX_VALUE;
    }

    private Recognition recognition(Certainty certainty, String typed, Map<Customer, Match> found) {
        var forms = Numbers.anyForm(typed);
        var ending = Numbers.ending(typed);
        return new Recognition(
                certainty,
                candidates(found, number ->
                        forms.contains(number) || ending.filter(number::endsWith).isPresent()));
    }

    /// Best match first; among equals whoever bought last, then whoever came last.
    private List<Candidate> candidates(
            Map<Customer, Match> found, Predicate<String> isMeant) {
        if (found.isEmpty()) {
            return List.of();
        }
        var bought = store.newestPurchases(found.keySet().stream().map(Customer::id).toList());
        var best = found.entrySet().stream()
                .sorted(Comparator.comparing((Function<Map.Entry<Customer, Match>, Match>) Map.Entry::getValue)
                        .thenComparing(
                                entry -> bought.getOrDefault(entry.getKey().id(), ""), Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().createdAt(), Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().id()))
                .limit(SHOWN)
                .toList();
        var numbers = shownNumbers(best.stream().map(entry -> entry.getKey().id()).toList(), isMeant);
        return best.stream()
                .map(entry -> new Candidate(
                        entry.getKey(), entry.getValue(), numbers.getOrDefault(entry.getKey().id(), "")))
                .toList();
    }

    private Map<UUID, String> shownNumbers(List<UUID> ids, Predicate<String> isMeant) {
        var shown = new HashMap<UUID, String>();
        for (var number : store.numbersOf(ids)) {
            var text = number.masked().text();
            if (isMeant.test(number.normalised())) {
                shown.put(number.customerId(), text);
            } else {
                shown.putIfAbsent(number.customerId(), text);
            }
        }
        return shown;
    }
}
