package org.rayonka.comment.live;

import java.util.List;
import java.util.UUID;

import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.CommentView;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

/**
 * Writes events. The id of each is the revision behind which a watcher goes on who comes
 * back.
 */
@Component
class Telling {

	/** The first event of a stream. */
	static final String OPEN = "open";

	/** The last one. */
	static final String WITHDRAWN = "withdrawn";

	private final JsonMapper json;

	Telling(JsonMapper json) {
		this.json = json;
	}

	List<Told> changes(List<Change> changes) {
		return changes.stream().map(this::change).toList();
	}

	ServerSentEvent<String> open(long revision, Total total) {
		return event(OPEN, revision, total);
	}

	ServerSentEvent<String> total(long revision, Total total) {
		return event("total", revision, total);
	}

	ServerSentEvent<String> withdrawn(long revision, UUID article) {
		return event(WITHDRAWN, revision, new Withdrawn(article));
	}

	private Told change(Change change) {
		Comment comment = change.comment();
		return new Told(change.revision(),
				comment.published() ? event("comment", change.revision(), CommentView.of(comment, List.of()))
						: event("removed", change.revision(), new Removed(comment.id(), comment.article())));
	}

	private ServerSentEvent<String> event(String name, long revision, Object data) {
		return ServerSentEvent.<String>builder(this.json.writeValueAsString(data))
			.event(name)
			.id(Long.toString(revision))
			.build();
	}

	/**
	 * A comment that is no longer to be read.
	 *
	 * @param id the comment's id
	 * @param article the article discussed
	 */
	record Removed(UUID id, UUID article) {

	}

	/**
	 * The end of a discussion.
	 *
	 * @param article the article taken back
	 */
	record Withdrawn(UUID article) {

	}

}
