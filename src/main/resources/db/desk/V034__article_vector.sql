-- Local to this desk: what each published article means, as numbers, so that it need not be worked out at every start. The
-- fingerprint is of the text and of the model; under another one the numbers are of no use.
create table article_vector (
    article_id  uuid primary key,
    fingerprint varchar(64)      not null,
    vectors     varbinary(32768) not null
);
