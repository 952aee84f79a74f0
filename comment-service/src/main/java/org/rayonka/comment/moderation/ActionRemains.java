package org.rayonka.comment.moderation;

import java.util.UUID;

import org.rayonka.comment.thread.Remains;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * That moderators did something stays on record; what the comment said then does not.
 */
@Component
class ActionRemains implements Remains {

	private static final String BLANK = """
			update moderation_action set author = :nobody, old_text = '',
				new_text = case when new_text is not null then '' end
			where comment_id = :comment""";

	private final DatabaseClient database;

	ActionRemains(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Void> blank(UUID comment, String nobody) {
		return this.database.sql(BLANK).bind("nobody", nobody).bind("comment", comment).then();
	}

}
