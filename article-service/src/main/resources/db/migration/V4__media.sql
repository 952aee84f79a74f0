-- a file that was stored once; its name is the SHA-256 of its bytes
create table media (
	path text primary key check (path ~ '^/media/[0-9a-f]{64}\.(jpg|png|webp|mp4|webm)$'),
	type text not null,
	width int check (width > 0),
	height int check (height > 0),
	bytes bigint not null check (bytes > 0),
	stored_at timestamptz not null
);
