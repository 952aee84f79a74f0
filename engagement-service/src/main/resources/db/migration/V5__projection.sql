-- How much of what only PostgreSQL knows the scoreboard has been told, and in which epoch of its numbers. A
-- scoreboard that knows of less has lost some of it.
create table projection (
	partition smallint primary key,
	epoch     text   not null,
	told      bigint not null
);
