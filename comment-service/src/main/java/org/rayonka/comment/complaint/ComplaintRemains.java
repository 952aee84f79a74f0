package org.rayonka.comment.complaint;

import java.util.UUID;

import org.rayonka.comment.thread.Remains;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * That somebody complained stays on record; what the comment said does not.
 */
@Component
class ComplaintRemains implements Remains {

	private final DatabaseClient database;

	ComplaintRemains(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Void> blank(UUID comment, String nobody) {
		return this.database.sql("update complaint set said = '' where comment_id = :comment")
			.bind("comment", comment)
			.then();
	}

}
