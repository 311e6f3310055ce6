package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.Transfer;
import dev.calmdesk.clock.Clock;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ComplaintView;
import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Everything the wizard shows of a complaint, read at one moment.
///
/// @param startAt code of the step at which the person stopped, or at which the case stands
/// @param form what stands in the records, as forms show it
/// @param done steps that were finished
/// @param open what is open in each step, as the forms stand
/// @param notHere evidence whose file the hub has not brought yet
/// @param offered the hand-over that waits for an answer
record ComplaintSnapshot(
        ComplaintContent content,
        ComplaintView view,
        String startAt,
        Map<String, String> form,
        List<ComplaintStep> done,
        Map<ComplaintStep, List<Point>> open,
        Set<UUID> notHere,
        List<Promise> promises,
        Optional<Transfer> offered,
        List<Clock> clocks,
        List<Person> people) {

    static ComplaintSnapshot read(ComplaintServices services, ComplaintWork work) {
        var complaints = services.complaints();
        var caseId = work.caseId();
        var view = complaints.view(caseId);
        var stoppedAt = services.drafts().find(work.draftId()).map(Draft::step);
        return new ComplaintSnapshot(
                ComplaintContent.read(complaints, services.workplace(), services.catalogue()),
                view,
                stoppedAt.orElse(view.subject().step()),
                RecordedForm.editable(complaints.form(caseId)),
                complaints.doneSteps(caseId),
                complaints.openPoints(caseId, work.form().typed()),
                view.evidence().stream()
                        .filter(evidence -> services.evidence().find(evidence).isEmpty())
                        .map(Evidence::id)
                        .collect(Collectors.toSet()),
                services.promises().of(caseId),
                services.transfers().waiting(caseId),
                services.clocks().of(caseId),
                services.people().all());
    }

    String nameOf(UUID person) {
        return people.stream()
                .filter(known -> known.id().equals(person))
                .map(Person::name)
                .findFirst()
                .orElse("");
    }

    Optional<Person> person(UUID id) {
        return people.stream().filter(known -> known.id().equals(id)).findFirst();
    }
}
