package org.rayonka.article.purging;

import org.rayonka.outbox.Outbox;
import org.rayonka.outbox.OutboxMessage;
import org.rayonka.tags.CacheTags;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the edge, in the transaction of a change, which pages it makes old.
 */
@Component
public class Purges {

	private final Outbox outbox;

	Purges(Outbox outbox) {
		this.outbox = outbox;
	}

	/**
	 * Adds to the current transaction that pages with any of these tags are old.
	 * @param tags at least one, see {@link CacheTags}
	 * @return completes when it is written, which is before the commit
	 */
	public Mono<Void> of(String... tags) {
		return this.outbox.add(new OutboxMessage(CacheTags.PURGES, tags[0], CacheTags.purge(tags)));
	}

}
