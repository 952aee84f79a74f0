-- What an edition has settled for its discussions; one that is not here goes by the installation's defaults.
create table edition_rules (
	slug              text        primary key,
	-- whether comments are taken at all
	open              boolean     not null,
	-- whether they are taken from readers who are not signed in
	guests            boolean     not null,
	-- a discussion closes this many days after the article's publication; 0 for never
	close_after_days  integer     not null check (close_after_days >= 0),
	-- so many comments of an account have to be published before it is no newcomer; 0 for none
	newcomer_comments integer     not null check (newcomer_comments >= 0),
	-- more links than these have to be looked at
	max_links         integer     not null check (max_links >= 0),
	-- whether an external checker is asked, and what becomes of a comment while it is away
	checker           text        not null check (checker in ('off', 'hold', 'pass')),
	restricted_words  text[]      not null,
	revision          bigint      not null,
	changed_at        timestamptz not null,
	changed_by        text        not null
);

alter table discussion add column published_at timestamptz;

-- withheld: a rule takes it for bad, a moderator has the last word; deleted: its author took it back
alter table comment drop constraint comment_status_check;
alter table comment add constraint comment_status_check
	check (status in ('published', 'pending', 'withheld', 'rejected', 'deleted'));
alter table comment
	-- said by the newsroom
	add column staff boolean not null default false,
	-- chosen by the newsroom
	add column pick boolean not null default false,
	add column edited_at timestamptz,
	-- what the rules found, in their order: the rule's name, a blank, the reason
	add column findings text[] not null default '{}',
	-- the discussion's revision that shows, or no longer shows, the comment as it is; 0 before there is any
	add column revision bigint not null default 0;

-- what changed in a discussion since a revision
create index comment_by_revision on comment (article_id, revision) where revision > 0;
-- what an author has said, and what became of it
create index comment_by_author on comment (author, created_at desc, id) include (status);

-- what moderators have to look at
drop index comment_waiting;
create index comment_waiting on comment (created_at, id) where status in ('pending', 'withheld') or reports > 0;
