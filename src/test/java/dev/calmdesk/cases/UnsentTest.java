package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.OfficeTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsentTest extends OfficeTest {

    @Test
    void eachPersonFindsTheirOwnWordsOnEachCase() {
        var one = office.complaint(office.lin);
        var other = office.complaint(office.lin);
        office.unsent.save(office.lin, one.id(), Map.of("note", "客户说周三"));
        office.unsent.save(office.lin, one.id(), Map.of("note", "客户说周三不在家", "offer.note", ""));

        assertThat(office.unsent.read(office.lin, one.id())).containsEntry("note", "客户说周三不在家");
        assertThat(office.unsent.read(office.meng, one.id())).isEmpty();
        assertThat(office.unsent.read(office.lin, other.id())).isEmpty();
    }

    @Test
    void emptyFieldsLeaveNothingBehind() {
        var subject = office.complaint(office.lin);
        office.unsent.save(office.lin, subject.id(), Map.of("note", "客户说"));
        office.unsent.save(office.lin, subject.id(), Map.of("note", " ", "offer.note", ""));

        assertThat(office.unsent.read(office.lin, subject.id())).isEmpty();
        int rows = office.database.read(
                handle -> handle.createQuery("select count(*) from unsent").mapTo(Integer.class).one());
        assertThat(rows).isZero();
    }
}
