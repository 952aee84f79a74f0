-- Messages that wait for the relay. A row lives from the commit of the change that it tells until
-- Kafka has acknowledged it, so the table is nearly empty and its rows are short-lived: vacuum by
-- number rather than by share, and leave the file as it is.
create table outbox (
	id         bigint generated always as identity primary key,
	topic      text        not null,
	key        text        not null,
	payload    bytea       not null,
	created_at timestamptz not null default now()
) with (
	autovacuum_vacuum_scale_factor = 0,
	autovacuum_vacuum_threshold = 2000,
	autovacuum_analyze_scale_factor = 0,
	autovacuum_analyze_threshold = 20000,
	vacuum_truncate = false
);

-- Messages that Kafka will never take, set aside so that those behind them go on.
create table outbox_failed (
	id         bigint primary key,
	topic      text        not null,
	key        text        not null,
	payload    bytea       not null,
	created_at timestamptz not null,
	failed_at  timestamptz not null default now(),
	reason     text        not null
);
