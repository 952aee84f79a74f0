-- What a comment said before its author changed it: for moderators, and for the author who asks for his data.
create table wording (
	comment_id uuid        not null references comment,
	-- the first words are number 1
	number     integer     not null,
	name       text        not null,
	text       text        not null,
	-- when they were replaced
	until      timestamptz not null,
	primary key (comment_id, number)
);

-- what one reader has done, for the day when he asks for it
create index vote_by_visitor on vote (visitor, comment_id);
create index report_by_visitor on report (visitor, comment_id);
