-- Finds the newest entry of a history at once.
drop index entry_subject;
create index entry_subject on entry (subject, position);
