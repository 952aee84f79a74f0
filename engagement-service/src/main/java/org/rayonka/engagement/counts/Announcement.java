package org.rayonka.engagement.counts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.rayonka.events.CountsChanged;
import org.rayonka.events.EventJson;
import org.rayonka.events.Topics;
import org.rayonka.outbox.Outbox;
import org.rayonka.outbox.OutboxMessage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells other services an article's numbers, in the transaction that changed them and
 * with the article's row of numbers locked.
 */
@Component
public class Announcement {

	private final Outbox outbox;

	Announcement(Outbox outbox) {
		this.outbox = outbox;
	}

	/**
	 * Makes the event of a changed row.
	 * @param row with article_id, revision, views and likes
	 * @param at the time for which they stand
	 * @return the event
	 */
	public static CountsChanged event(Readable row, Instant at) {
		return new CountsChanged(UUID.fromString(String.valueOf(row.get("article_id"))), number(row, "revision"), at,
				number(row, "views"), number(row, "likes"));
	}

	/**
	 * Tells.
	 * @param changes each of another article
	 * @return completes when they are in the outbox
	 */
	public Mono<Void> tell(List<CountsChanged> changes) {
		return this.outbox.add(changes.stream()
			.map((change) -> new OutboxMessage(Topics.ENGAGEMENT, change.key(), EventJson.write(change)))
			.toList());
	}

	private static long number(Readable row, String column) {
		Long value = row.get(column, Long.class);
		return (value != null) ? value : 0;
	}

}
