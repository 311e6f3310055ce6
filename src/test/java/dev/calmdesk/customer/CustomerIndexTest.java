package dev.calmdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.Office;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerIndexTest {

    private final Office office = new Office();
    private final CustomerIndex index = CustomerIndex.inMemory(office.database);

    @AfterEach
    void close() {
        index.close();
        office.close();
    }

    private Customer add(String name) {
        return office.customers.add(office.lin, CustomerDraft.of(name, Title.MS, "T1"));
    }

    private List<String> found(String typed) {
        return index.find(typed, 5).stream().map(id -> office.customers.get(id).name()).toList();
    }

    @Test
    void aNameIsFoundWrittenOtherwiseHalfOrBySound() {
        add("欧阳晓雯");
        add("陈立");
        index.refresh();

        for (var typed : List.of("欧阳晓雯", "歐陽曉雯", "欧阳小文", "ouyangxiaowen", "oyxw", "晓雯", "欧阳雯")) {
            assertThat(found(typed)).as(typed).startsWith("欧阳晓雯");
        }
    }

    @Test
    void aChangedNameIsFoundByTheNewOneOnly() {
        var customer = add("陈立");
        index.follow(Runnable::run);
        index.refresh();

        office.customers.change(office.lin, customer.id(), Map.of("name", "林可"));

        assertThat(found("林可")).startsWith("林可");
        assertThat(found("陈立")).doesNotContain("林可");
    }
}
