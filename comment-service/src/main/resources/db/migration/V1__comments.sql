-- What is known of an article, and the number of its comments that everybody may read. Whoever changes
-- that number locks this row first: it puts the changes of one discussion, and so their events, in order.
create table discussion (
	article_id       uuid primary key,
	edition          text    not null,
	open             boolean not null,
	withdrawn        boolean not null,
	-- of the article's last event that was applied
	article_revision bigint  not null,
	comments         bigint  not null default 0 check (comments >= 0),
	-- grows with every change of comments
	revision         bigint  not null default 0
);

create table comment (
	id          uuid primary key,
	article_id  uuid        not null references discussion,
	-- the comment answered
	parent_id   uuid references comment,
	-- the comment that began the thread; null for that comment itself
	root_id     uuid references comment,
	-- the account, or the visitor when not signed in
	author      text        not null,
	name        text        not null,
	text        text        not null,
	status      text        not null check (status in ('published', 'pending', 'rejected')),
	created_at  timestamptz not null,
	score       integer     not null default 0,
	-- published answers below the comment that began a thread
	answers     integer     not null default 0 check (answers >= 0),
	-- reports that no moderator has judged yet
	reports     integer     not null default 0 check (reports >= 0),
	decided_at  timestamptz,
	decided_by  text,
	reason      text,
	-- the name under which an import knows it
	external_id text,
	unique (article_id, external_id)
);

-- the list of a discussion: newest and oldest read it from either end, best has its own order
create index comment_by_time on comment (article_id, created_at, id)
	where root_id is null and (status = 'published' or answers > 0);
create index comment_by_score on comment (article_id, score desc, created_at, id)
	where root_id is null and (status = 'published' or answers > 0);
-- the answers of a thread
create index comment_answers on comment (root_id, created_at, id) where status = 'published' and root_id is not null;
-- what moderators have to look at
create index comment_waiting on comment (created_at, id) where status = 'pending' or reports > 0;

create table vote (
	comment_id uuid     not null references comment,
	visitor    text     not null,
	value      smallint not null check (value in (-1, 1)),
	primary key (comment_id, visitor)
);

create table report (
	comment_id uuid        not null references comment,
	visitor    text        not null,
	reason     text        not null,
	created_at timestamptz not null,
	primary key (comment_id, visitor)
);

-- Answers to requests that may come again; dropped after a day.
create table idempotency (
	author      text        not null,
	key         text        not null,
	-- of the request's content
	fingerprint text        not null,
	comment_id  uuid        not null references comment,
	status      text        not null,
	created_at  timestamptz not null,
	primary key (author, key)
);

create index idempotency_by_age on idempotency (created_at);
