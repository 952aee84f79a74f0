-- What the tests change: each change counts up, so that the number tells the order of commits.
create table aggregate (
	key text primary key,
	n   bigint not null default 0
);
