package dev.calmdesk.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.people.Actor;
import dev.calmdesk.support.Office;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Figures from real rows.
class TodayTest {

    private final Office office = new Office();
    private final Today today = new Today(office.database, office.clock, Office.ZONE);

    @AfterEach
    void close() {
        office.close();
    }

    private void solve(Actor by, int minutes, int stars) {
        var inquiry = office.inquiry(by, "积分为什么清零了？");
        var draft = office.drafts.unfinished(by.id()).getFirst();
        office.pass(minutes);
        var form = new HashMap<>(Map.of(
                "inquiry.answer", "每年 12 月 31 日清零前一年的积分", "inquiry.understood", "YES", "inquiry.thanked", "true",
                "inquiry.solved", "YES"));
        if (stars > 0) {
            form.put("inquiry.satisfaction", Integer.toString(stars));
        }
        office.inquiries.file(by, inquiry.id(), draft.id(), form);
    }

    @Test
    void aDayWithoutWorkHasNoFigures() {
        var day = today.of(office.lin);

        assertThat(day.firstContact().value()).isEmpty();
        assertThat(day.satisfaction().value()).isEmpty();
        assertThat(day.handling().value()).isEmpty();
        assertThat(day.promises().percent()).isEmpty();
        assertThat(day.contacts()).isZero();
    }

    @Test
    void solvedInquiriesGiveResolutionSatisfactionAndHandlingTime() {
        solve(office.lin, 4, 5);
        solve(office.lin, 6, 3);
        solve(office.lin, 2, 0);

        var day = today.of(office.lin);

        assertThat(day.contacts()).isEqualTo(3);
        assertThat(day.handling().value().orElseThrow()).isEqualTo(240);
        assertThat(day.satisfaction().value().orElseThrow()).isEqualTo(50);
        assertThat(day.satisfaction().n()).isEqualTo(2);
        assertThat(day.asked()).isEqualTo(3);
        assertThat(day.meanStars().orElseThrow()).isEqualTo(4);
        assertThat(day.firstContact().n()).isEqualTo(3);
    }

    @Test
    void aCustomerWhoComesBackWithTheSameMatterLowersResolution() {
        solve(office.lin, 4, 5);
        office.pass(30);
        solve(office.chen, 4, 5);

        assertThat(today.of(office.lin).firstContact().value().orElseThrow()).isZero();
        assertThat(today.of(office.chen).firstContact().value().orElseThrow()).isEqualTo(100);
    }

    @Test
    void theTeamsMedianIsThatOfWhatItsMembersHave() {
        solve(office.lin, 4, 5);
        assertThat(today.of(office.lin).handling().teamMedian()).isEmpty();

        solve(office.chen, 8, 5);

        var handling = today.of(office.lin).handling();
        assertThat(handling.teamMedian().orElseThrow()).isEqualTo(360);
        assertThat(handling.aboveTeam().orElseThrow()).isEqualTo(-120);
        assertThat(today.of(office.meng).handling().teamMedian()).isEmpty();
    }

    @Test
    void promisesCountFromTheirTimeOn() {
        var milk = office.complaint(office.lin);
        var kept = office.promises.make(office.lin, milk.id(), "回电", office.in(30));
        office.promises.make(office.lin, milk.id(), "答复", office.in(45));
        office.promises.make(office.lin, milk.id(), "回访", office.in(300));
        office.pass(20);
        office.promises.keep(office.lin, kept, null);
        office.pass(60);

        var day = today.of(office.lin);

        assertThat(day.promises()).isEqualTo(new Share(1, 2));
        assertThat(day.promisesKept()).isEqualTo(1);
        assertThat(day.promisesOpen()).isEqualTo(2);
    }

    @Test
    void yesterdayDoesNotCount() {
        solve(office.lin, 4, 5);
        office.pass(24 * 60);

        assertThat(today.of(office.lin).contacts()).isZero();
    }
}
