-- Local to this desk: what a person typed on the page of a case and has not sent yet.
create table unsent (
    person   uuid                  not null,
    case_id  uuid                  not null,
    fields   varchar(1000000)      not null,
    saved_at bigint                not null,
    primary key (person, case_id)
);
