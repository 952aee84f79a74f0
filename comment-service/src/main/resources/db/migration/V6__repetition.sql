-- What a text says, whatever its blanks, signs and capitals: the same for texts that are taken for the same.
-- Its collation has to be named: with that of the server a letter may not be known as one.
create function likeness(said text) returns text immutable strict parallel safe language sql
	return md5(regexp_replace(lower(said collate "pg_c_utf8"), '[^[:alnum:]]+', '', 'g'));

create index comment_by_likeness on comment (likeness(text), created_at desc);
