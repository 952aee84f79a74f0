-- what was taken over from old sites, so that the same file again changes nothing
create table imported_post (
	edition text not null references edition,
	-- what makes a post the same in the next export
	source text collate "C" not null,
	article_id uuid not null references article,
	-- of what the file said
	fingerprint text not null,
	-- that the import wrote last; another one means that somebody here has changed the article
	revision bigint not null,
	-- whether all pictures could be had
	complete boolean not null,
	primary key (edition, source)
);

-- where readers of an old site found an article; addresses of our own are elsewhere
create table old_address (
	edition text not null references edition,
	-- decoded, without a slash at its end, with its query if it has one
	path text collate "C" not null,
	article_id uuid not null references article,
	primary key (edition, path)
);

create index old_address_path on old_address (path);
