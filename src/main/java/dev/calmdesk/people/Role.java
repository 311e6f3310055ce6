package dev.calmdesk.people;

/// What a person may do (service standard §1). A person may hold several.
public enum Role {
    /// Takes contacts, answers inquiries, closes general complaints within authority.
    AGENT,
    /// Takes complex and escalated complaints.
    SPECIALIST,
    /// Watches the queue, reassigns, approves remedies above an agent's authority.
    LEAD,
    /// Samples and scores, owns the knowledge base.
    QUALITY,
    /// Runs practice and exams.
    TRAINER,
    /// Everything a lead may, and targets, crises and reports.
    MANAGER,
    /// Accounts, devices, backups; sees no customer data.
    ADMIN
}
