-- Numbers that were counted anew from the log: how often that was done. What Redis holds of an earlier generation
-- is not written over them any more, and is restored from here.
alter table view_offset add column generation bigint not null default 0;

-- Since when the log is not whole: what was counted from the lost records cannot be counted anew.
alter table view_offset add column broken_at timestamptz;

-- Verdicts that were given anew: of all records of the log below an offset, by these rules where the record says
-- what was judged. From there on the log's own verdicts stand.
create table view_restatement (
	partition   smallint primary key,
	below       bigint      not null,
	rules       text        not null,
	restated_at timestamptz not null
);
