package org.rayonka.engagement.counting;

import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.engagement.scoreboard.Progress;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a partition needs beside counting: its windows roll, its numbers go to PostgreSQL,
 * and a Redis that lost them, went back to older ones or holds what a recount has
 * replaced is noticed even when nothing comes in.
 */
@Component
class Upkeep {

	private final Ledger ledger;

	private final Restore restore;

	private final Snapshots snapshots;

	private final OwnedPartitions owned;

	private final Rolling rolling;

	private final Saving saving;

	Upkeep(Ledger ledger, Restore restore, Snapshots snapshots, OwnedPartitions owned, Rolling rolling, Saving saving) {
		this.ledger = ledger;
		this.restore = restore;
		this.snapshots = snapshots;
		this.owned = owned;
		this.rolling = rolling;
		this.saving = saving;
	}

	/** Does all of it once. */
	Mono<Void> keepUp(int partition) {
		long position = this.owned.position(partition);
		return this.ledger.progress(partition)
			.switchIfEmpty(Mono.defer(() -> restored(partition)))
			.flatMap((progress) -> renewed(partition, progress))
			.doOnNext((progress) -> readAgain(partition, position, progress))
			.delayUntil((progress) -> this.rolling.roll(partition, progress.lows()))
			.flatMap((progress) -> this.saving.save(partition, progress.nextOffset()));
	}

	private Mono<Progress> restored(int partition) {
		return this.restore.restore(partition).then(this.ledger.progress(partition));
	}

	/**
	 * Numbers that a recount has replaced in PostgreSQL, also where a backup has brought
	 * those before it back; without it nobody knows.
	 */
	private Mono<Progress> renewed(int partition, Progress progress) {
		return this.snapshots.latest(partition)
			.onErrorComplete()
			.filter((saved) -> saved.generation() != progress.generation())
			.flatMap((saved) -> restored(partition))
			.defaultIfEmpty(progress);
	}

	private void readAgain(int partition, long position, Progress progress) {
		if (progress.nextOffset() < position) {
			this.owned.sendBack(partition, progress.nextOffset());
		}
	}

}
