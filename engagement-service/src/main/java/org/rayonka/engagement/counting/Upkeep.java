package org.rayonka.engagement.counting;

import org.rayonka.engagement.scoreboard.Ledger;
import org.rayonka.engagement.scoreboard.Progress;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a partition needs beside counting: its windows roll, its numbers go to PostgreSQL,
 * and a Redis that lost them or went back to older ones is noticed even when nothing
 * comes in.
 */
@Component
class Upkeep {

	private final Ledger ledger;

	private final Restore restore;

	private final OwnedPartitions owned;

	private final Rolling rolling;

	private final Saving saving;

	Upkeep(Ledger ledger, Restore restore, OwnedPartitions owned, Rolling rolling, Saving saving) {
		this.ledger = ledger;
		this.restore = restore;
		this.owned = owned;
		this.rolling = rolling;
		this.saving = saving;
	}

	/** Does all of it once. */
	Mono<Void> keepUp(int partition) {
		long position = this.owned.position(partition);
		return this.ledger.progress(partition)
			.switchIfEmpty(Mono.defer(() -> restored(partition)))
			.doOnNext((progress) -> readAgain(partition, position, progress))
			.delayUntil((progress) -> this.rolling.roll(partition, progress.lows()))
			.flatMap((progress) -> this.saving.save(partition, progress.nextOffset()));
	}

	private Mono<Progress> restored(int partition) {
		return this.restore.restore(partition).then(this.ledger.progress(partition));
	}

	private void readAgain(int partition, long position, Progress progress) {
		if (progress.nextOffset() < position) {
			this.owned.sendBack(partition, progress.nextOffset());
		}
	}

}
