package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Cases;
import dev.calmdesk.cases.Promises;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.catalogue.Catalogue;
import dev.calmdesk.clock.Clocks;
import dev.calmdesk.complaint.Complaints;
import dev.calmdesk.complaint.DepartmentTasks;
import dev.calmdesk.complaint.EvidenceFiles;
import dev.calmdesk.complaint.FollowUps;
import dev.calmdesk.complaint.Remedies;
import dev.calmdesk.complaint.Suggestions;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.flow.Lines;
import dev.calmdesk.people.People;
import dev.calmdesk.workplace.Workplace;

/// What the wizard lets people do.
public record ComplaintServices(
        Complaints complaints,
        Remedies remedies,
        DepartmentTasks tasks,
        FollowUps followUps,
        Suggestions suggestions,
        EvidenceFiles evidence,
        Promises promises,
        Transfers transfers,
        Cases cases,
        Clocks clocks,
        Drafts drafts,
        Catalogue catalogue,
        Lines lines,
        Workplace workplace,
        People people) {}
