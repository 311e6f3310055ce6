package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.RemedyState;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.Stepper;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.ChosenFiles;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.ScriptedDialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintRecordTest {

    private final Office office = new Office();
    private final List<Path> opened = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        office.close();
    }

    private ComplaintRecordViewModel model(UUID caseId, Actor actor) {
        return model(caseId, actor, ChosenFiles.of());
    }

    private ComplaintRecordViewModel model(UUID caseId, Actor actor, FileChoice choice) {
        var services = new ComplaintRecordServices(
                office.complaints, office.remedies, office.tasks, office.evidence(folder), office.people,
                office.workplace);
        var model = new ComplaintRecordViewModel(
                caseId, services, office.chronicle(new Texts(Locale.SIMPLIFIED_CHINESE)), actor, tools(choice));
        model.follow(office.database.changes());
        return model;
    }

    private ComplaintRecordTools tools(FileChoice choice) {
        return new ComplaintRecordTools(Background.direct(), new ScriptedDialogs(), choice, opened::add);
    }

    private static ComplaintRecord shown(ComplaintRecordViewModel model) {
        return model.recordProperty().get();
    }

    @Test
    void everyStageHasItsOwnTimeAndTheNextOneIsMarked() {
        try (var model = model(office.story().id(), office.lin)) {
            assertThat(shown(model).stages())
                    .extracting(Stepper.Step::title, Stepper.Step::subtitle, Stepper.Step::state)
                    .containsExactly(
                            tuple("受理", "14:21", Stepper.State.DONE),
                            tuple("告知", "14:31", Stepper.State.DONE),
                            tuple("初评", "14:33", Stepper.State.DONE),
                            tuple("调查", "14:34 起", Stepper.State.CURRENT),
                            tuple("决定", "", Stepper.State.TODO),
                            tuple("办结", "", Stepper.State.TODO));
        }
    }

    @Test
    void whatEachStepRecordedIsSaidInWords() {
        try (var model = model(office.story().id(), office.lin)) {
            var classify = shown(model).steps().get(ComplaintStep.CLASSIFY);
            assertThat(classify.state()).isEqualTo("14:33 林晓棠");
            assertThat(classify.facts()).extracting(fact -> fact.name() + "：" + fact.value()).contains(
                    "类别：食品安全 · 异味变味", "人身影响：有不适，未就医", "严重度：S1 严重", "负责部门：质量部", "级别：复杂");
            assertThat(shown(model).steps().get(ComplaintStep.FOLLOW_UP).state()).isEqualTo("未开始");
            assertThat(shown(model).emotions()).containsExactly(4, 2);
        }
    }

    @Test
    void aLeadApprovesWhatAnAgentAskedForAndTheAgentReadsWhyNot() {
        var subject = office.story();
        try (var asking = model(subject.id(), office.lin);
                var deciding = model(subject.id(), office.lead)) {
            var request = shown(asking).requests().getFirst();
            assertThat(request.title()).isEqualTo("审批：退款");
            assertThat(request.asked()).isEqualTo(subject.number() + " · 林晓棠 申请 · 14:36");
            assertThat(request.amount()).isEqualTo("¥356.00");
            assertThat(request.authority()).isEqualTo("¥300.00");
            assertThat(request.whyNotApprove().orElseThrow().textKey()).isEqualTo("complaint.problem.own_request");

            assertThat(shown(deciding).requests().getFirst().whyNotApprove()).isEmpty();
            deciding.approve(shown(deciding).requests().getFirst());

            assertThat(shown(asking).requests()).isEmpty();
            assertThat(shown(asking).remedies().getFirst().line().state()).isEqualTo("待办理");
            assertThat(shown(asking).remedies().getFirst().line().extra()).contains("周岚", "已批准", "¥356.00");
        }
    }

    @Test
    void lessCanBeAllowedAndARefusalNeedsItsReason() {
        var subject = office.story();
        try (var model = model(subject.id(), office.lead)) {
            model.reduce(shown(model).requests().getFirst(), "很多", "");
            assertThat(model.problemProperty().get().textKey()).isEqualTo("base.problem.not_an_amount");
            model.reduce(shown(model).requests().getFirst(), "400", "");
            assertThat(model.problemProperty().get().textKey()).isEqualTo("complaint.problem.more_than_asked");
            model.refuse(shown(model).requests().getFirst(), " ");
            assertThat(model.problemProperty().get().textKey()).isEqualTo("complaint.problem.refusal_without_reason");
            model.reduce(shown(model).requests().getFirst(), "300", "按上限");

            assertThat(model.problemProperty().get()).isNull();
            assertThat(shown(model).remedies().getFirst().line().title()).isEqualTo("退款 · ¥300.00");
        }
    }

    @Test
    void aSpecialistMayNotDecideAndAnAgentMayNotExceedTheirRights() {
        try (var model = model(office.story().id(), office.meng)) {
            assertThat(shown(model).requests().getFirst().whyNotRefuse().orElseThrow().textKey())
                    .isEqualTo("people.problem.not_allowed");
        }
    }

    @Test
    void aRemedyIsCarriedOutWithProofOrDropped() {
        var subject = office.story();
        office.remedies.approve(
                office.lead, office.remedies.waiting().getFirst().id(), new Money(35600, "CNY"), null);
        try (var model = model(subject.id(), office.lin)) {
            var remedy = shown(model).remedies().getFirst();
            assertThat(remedy.whyNotCarryOut()).isEmpty();
            model.carryOut(remedy.line().id());
            assertThat(model.problemProperty().get().textKey()).isEqualTo("complaint.problem.remedy_without_proof");
            model.typed(remedy.line().id()).set("RF-20261122-889");
            model.carryOut(remedy.line().id());

            assertThat(shown(model).view().remedies().getFirst().state()).isEqualTo(RemedyState.DONE);
            assertThat(shown(model).remedies().getFirst().line().detail()).contains("凭证：RF-20261122-889");
            assertThat(shown(model).remedies().getFirst().whyNotDrop()).isPresent();
        }
    }

    @Test
    void aDepartmentsAnswerIsRecorded() {
        var subject = office.story();
        try (var model = model(subject.id(), office.lin)) {
            var task = shown(model).tasks().getFirst();
            assertThat(task.title()).isEqualTo("质量部 · 调取同批留样，检测感官、菌落与酸度");
            assertThat(task.state()).isEqualTo("等待答复");
            office.pass(26 * 60);
            model.typed(task.id()).set("酸度超标");
            model.answer(task.id());

            assertThat(shown(model).tasks().getFirst().signal()).isEqualTo(Signal.OK);
            assertThat(shown(model).tasks().getFirst().detail()).contains("酸度超标");
        }
    }

    @Test
    void evidenceIsOpenedUnderItsNameAndSavedWhereThePersonWants() throws Exception {
        var subject = office.complaint(office.lin);
        var photo = Files.writeString(folder.resolve("瓶身照片.jpg"), "jpg");
        office.evidence(folder).add(office.lin, subject.id(), photo);
        try (var model = model(subject.id(), office.lin, ChosenFiles.of(folder.resolve("saved.jpg")))) {
            assertThat(shown(model).evidence()).singleElement().satisfies(line -> {
                assertThat(line.title()).isEqualTo("瓶身照片.jpg");
                assertThat(line.detail()).isEqualTo("1 KB · 今天 14:21");
                assertThat(line.whyNot()).isEmpty();
                model.openEvidence(line.id());
                model.saveEvidence(line.id());
            });
        }
        assertThat(opened).singleElement().satisfies(file -> {
            assertThat(file).hasFileName("瓶身照片.jpg").hasContent("jpg");
        });
        assertThat(folder.resolve("saved.jpg")).hasContent("jpg");
    }

    @Test
    void evidenceThatTheHubHasNotBroughtYetSaysSo() throws Exception {
        var subject = office.complaint(office.lin);
        var elsewhere = office.evidence(folder.resolve("the other desk"));
        elsewhere.add(office.lin, subject.id(), Files.writeString(folder.resolve("瓶身照片.jpg"), "jpg"));
        try (var model = model(subject.id(), office.lin)) {
            assertThat(shown(model).evidence()).singleElement().satisfies(line -> {
                assertThat(line.detail()).endsWith("文件还没到，中枢会送来");
                assertThat(line.whyNot().orElseThrow().textKey()).isEqualTo("complaint.problem.evidence_not_here");
            });
        }
    }

    @Test
    void closingTellsEveryOpenPointAndReopeningNeedsAReason() {
        var subject = office.story();
        try (var model = model(subject.id(), office.lead)) {
            assertThat(shown(model).whyNotClose()).isEmpty();
            model.closeCase();
            assertThat(model.problemProperty().get()).isInstanceOf(Problem.Incomplete.class);
            assertThat(office.cases.find(subject.id()).orElseThrow().state()).isEqualTo(CaseState.OPEN);
            assertThat(shown(model).whyNotReopen()).isPresent();
        }
        try (var model = model(subject.id(), office.lin)) {
            assertThat(shown(model).whyNotClose().orElseThrow().textKey()).isEqualTo("complaint.problem.complex");
        }
    }

    @Test
    void aClosedComplaintCanBeReopened() {
        var subject = office.closedComplaint();
        try (var model = model(subject.id(), office.lead)) {
            assertThat(shown(model).stages().getLast().state()).isEqualTo(Stepper.State.DONE);
            assertThat(shown(model).tries()).singleElement().satisfies(line -> assertThat(line.title()).isEqualTo("联系上客户"));
            model.reopen("");
            assertThat(model.problemProperty().get().textKey()).isEqualTo("complaint.problem.reopen_without_reason");
            model.reopen("退款没有到账");
            assertThat(shown(model).view().subject().state()).isEqualTo(CaseState.OPEN);
        }
    }

    @Test
    void theWordsOfEveryStepAreThereInEveryLanguage() {
        var subject = office.closedComplaint();
        for (var language : Texts.LANGUAGES) {
            var services = new ComplaintRecordServices(
                    office.complaints, office.remedies, office.tasks, office.evidence(folder), office.people,
                    office.workplace);
            try (var model = new ComplaintRecordViewModel(
                    subject.id(), services, office.chronicle(new Texts(language)), office.lead, tools(ChosenFiles.of()))) {
                assertThat(List.copyOf(shown(model).steps().values()))
                        .allSatisfy(card -> assertThat(card.facts()).isNotEmpty());
            }
        }
    }
}
