package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.data.Database;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.OfficeTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeskCodesTest extends OfficeTest {

    private void open() {
        office.database.writeDo(tx ->
                office.cases.open(tx, office.lin, CaseKind.INQUIRY, Channel.PHONE, null, "answer"));
    }

    @Test
    void aDeskIsCalledAsItWasWhenItOpenedItsNewestCase() {
        var desk = office.database.desk();
        var codes = new DeskCodes(office.database);
        assertThat(codes.of(desk.id())).as("it opened none").isEmpty();

        open();
        assertThat(codes.of(desk.id())).as("every desk begins with this code").isEmpty();

        office.database.writeDo(tx -> tx.settle(new Database.Desk(desk.id(), "B07")));
        open();
        assertThat(codes.of(desk.id())).contains("B07");
        assertThat(codes.of(new UUID(1, 2))).as("a desk that is not known").isEmpty();
    }
}
