package dev.calmdesk.customer;

import dev.calmdesk.base.Problem;
import dev.calmdesk.customer.CustomerDraft.NumberDraft;
import dev.calmdesk.customer.CustomerDraft.PurchaseDraft;
import dev.calmdesk.data.Tx;
import dev.calmdesk.language.Pinyin;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks what was entered about a customer and turns it into fields of rows.
final class CustomerRows {

    private CustomerRows() {}

    static Map<String, @Nullable Object> of(CustomerDraft draft) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", draft.name());
        fields.put("title", draft.title());
        fields.put("pinyin", draft.pinyin());
        fields.put("tier", draft.tier());
        fields.put("stage", draft.stage());
        fields.put("city", draft.city());
        fields.put("note", draft.note());
        fields.put("team", draft.team());
        fields.put("birthday", draft.birthday());
        return settled(fields);
    }

    /// Fields as they are kept: checked, and with how a new name sounds.
    static Map<String, @Nullable Object> settled(Map<String, ? extends @Nullable Object> given) {
        var fields = new LinkedHashMap<String, @Nullable Object>(given);
        if (isBlank(fields.get("pinyin"))) {
            fields.remove("pinyin");
        } else {
            fields.put("pinyin", Names.spelled(fields.get("pinyin").toString()));
        }
        if (fields.containsKey("name")) {
            var name = text(fields.get("name"), "customer.problem.name_missing");
            fields.put("name", name);
            fields.putIfAbsent("pinyin", Names.reading(name));
            fields.put("initials", Pinyin.nameInitials(name));
        }
        if (fields.containsKey("birthday")) {
            var birthday = fields.get("birthday");
            fields.put("birthday", isBlank(birthday) ? null : date(birthday.toString()));
        }
        return fields;
    }

    static Tx.Writing<CustomerNumber> number(Tx tx, UUID id, UUID customer, NumberDraft draft) {
        return tx.write(CustomerNumber.KIND, id)
                .set("customer_id", customer)
                .set("type", draft.type())
                .set("number", draft.number().strip())
                .set("normalised", normalised(draft));
    }

    static String normalised(NumberDraft draft) {
        return Numbers.normalised(draft.type(), draft.number())
                .orElseThrow(() -> Problem.refused("customer.problem.number_invalid", draft.number()));
    }

    static Tx.Writing<Purchase> purchase(Tx tx, UUID id, UUID customer, PurchaseDraft draft) {
        if (draft.quantity() < 1 || draft.amountMinor() < 0) {
            throw Problem.refused("customer.problem.purchase_invalid");
        }
        return tx.write(Purchase.KIND, id)
                .set("customer_id", customer)
                .set("order_no", orderNo(draft))
                .set("shop", draft.shop().strip())
                .set("bought_on", date(draft.boughtOn()))
                .set("sku", draft.sku().strip())
                .set("batch", draft.batch())
                .set("quantity", draft.quantity())
                .set("amount_minor", draft.amountMinor())
                .set("currency", draft.currency());
    }

    static String orderNo(PurchaseDraft draft) {
        return Numbers.orderNo(text(draft.orderNo(), "customer.problem.order_missing"));
    }

    static String text(@Nullable Object value, String problem) {
        return Optional.ofNullable(value)
                .map(present -> present.toString().strip())
                .filter(present -> !present.isEmpty())
                .orElseThrow(() -> Problem.refused(problem));
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }

    private static String date(String date) {
        try {
            return LocalDate.parse(date.strip()).toString();
        } catch (DateTimeParseException _) {
            throw Problem.refused("customer.problem.date_invalid", date);
        }
    }
}
