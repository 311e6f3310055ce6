package dev.calmdesk.demo;

import dev.calmdesk.complaint.Complaints;
import dev.calmdesk.complaint.DepartmentTasks;
import dev.calmdesk.complaint.EvidenceFiles;
import dev.calmdesk.complaint.FollowUps;
import dev.calmdesk.complaint.Remedies;
import dev.calmdesk.cases.Promises;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.customer.Customers;
import dev.calmdesk.data.Database;
import dev.calmdesk.flow.Lines;
import dev.calmdesk.inquiry.Inquiries;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.people.People;
import dev.calmdesk.people.Presences;
import dev.calmdesk.workplace.Workplace;
import java.time.ZoneId;

/// The services that the demonstration is played with.
public interface Services {

    Database database();

    Workplace workplace();

    ZoneId zone();

    People people();

    Presences presences();

    Customers customers();

    Articles articles();

    Lines lines();

    Drafts drafts();

    Promises promises();

    Transfers transfers();

    Inquiries inquiries();

    Complaints complaints();

    Remedies remedies();

    DepartmentTasks departmentTasks();

    FollowUps followUps();

    EvidenceFiles evidenceFiles();
}
