package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Money;
import dev.calmdesk.complaint.Remedies;
import java.time.Instant;

/// What is going on in the resolve step of a lively case.
record ComplaintStory(ComplaintDesk desk) {

    void resolving() {
        var services = desk.services();
        var caseId = desk.subject.id();
        desk.pass(3);
        services.tasks().ask(
                desk.office.lin, caseId, "quality", "调取同批留样，检测感官、菌落与酸度", Instant.parse("2026-11-23T04:00:00Z"));
        desk.pass(2);
        services.remedies().propose(desk.office.lin, caseId, new Remedies.Proposal(
                "REFUND", new Money(8900, "CNY"), "退这一箱货款", "质量问题全额退款", "quality",
                Instant.parse("2026-11-22T10:00:00Z"), ""));
        services.remedies().propose(desk.office.lin, caseId, new Remedies.Proposal(
                "COMPENSATION", new Money(35600, "CNY"), "就医与误餐补偿", null, "quality",
                Instant.parse("2026-11-24T10:00:00Z"), "孩子不适已好转，客户为金卡，30 天内第 2 次投诉"));
        services.promises().make(desk.office.lin, caseId, "回电告知整批抽检安排", Instant.parse("2026-11-22T07:00:00Z"));
        services.followUps().notReached(desk.office.lin, caseId, "no-answer", "晚些再打");
        desk.type("investigation.findings", "客户照片可见絮状物，批号清晰");
        desk.type("decision.plan", "整箱退款，抽检同批留样，五个工作日内告知结果");
    }
}
