-- Pictures that articles show. The content lies in a file named by its hash, as evidence does; a row names it, so that
-- it travels. Articles refer to it by the hash.
create table article_picture (
    id         uuid primary key,
    sha256     varchar(64) not null,
    media_type varchar(80) not null,
    bytes      bigint      not null,
    added_at   bigint      not null
);
create index article_picture_sha256 on article_picture (sha256);
