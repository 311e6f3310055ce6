package dev.calmdesk.complaint.ui;

import dev.calmdesk.complaint.Complaints;
import dev.calmdesk.complaint.DepartmentTasks;
import dev.calmdesk.complaint.EvidenceFiles;
import dev.calmdesk.complaint.Remedies;
import dev.calmdesk.people.People;
import dev.calmdesk.workplace.Workplace;

/// What the record of a complaint works with.
public record ComplaintRecordServices(
        Complaints complaints,
        Remedies remedies,
        DepartmentTasks tasks,
        EvidenceFiles evidence,
        People people,
        Workplace workplace) {}
