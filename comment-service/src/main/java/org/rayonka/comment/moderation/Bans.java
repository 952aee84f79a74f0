package org.rayonka.comment.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.comment.Binding;
import org.rayonka.comment.Ids;
import org.rayonka.comment.thread.AuthorId;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * From whom an edition takes no comments: what the latest of an author's bans and their
 * liftings says that is not undone.
 */
@Repository
class Bans {

	private static final String IN_FORCE = """
			select * from (
				select kind, until, shadow, reason from moderation_action
				where author = :author and edition = :edition and comment_id is null and undone_at is null
				order by number desc limit 1) latest
			where kind = 'ban' and (until is null or until > :now)""";

	private static final String RECORD = """
			insert into moderation_action (id, kind, edition, author, moderator, moderator_name, reason, at, until, shadow)
			values (:id, :kind, :edition, :author, :moderator, :name, :reason, :at, :until, :shadow)""";

	private static final String HAS_SPOKEN = """
			select 1 from comment join discussion using (article_id)
			where author = :author and edition = :edition limit 1""";

	private final DatabaseClient database;

	private final Clock clock;

	Bans(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** The ban in force, empty when there is none. */
	Mono<Ban> find(String author, String edition) {
		return this.database.sql(IN_FORCE)
			.bind("author", author)
			.bind("edition", edition)
			.bind("now", this.clock.instant())
			.map(Ban::of)
			.one();
	}

	/** Bans an author of the edition: the action's id. */
	Mono<UUID> ban(AuthorId author, String edition, Ban ban, Caller caller) {
		return spoken(author, edition).then(Mono.defer(() -> record(author, edition, ban, caller)));
	}

	/** Lifts a ban: the action's id, empty when there is none to lift. */
	Mono<UUID> lift(AuthorId author, String edition, Caller caller) {
		return spoken(author, edition).then(Mono.defer(() -> find(author.author(), edition)))
			.flatMap((_) -> record(author, edition, null, caller));
	}

	private Mono<Void> spoken(AuthorId author, String edition) {
		return this.database.sql(HAS_SPOKEN)
			.bind("author", author.author())
			.bind("edition", edition)
			.mapValue(Integer.class)
			.one()
			.switchIfEmpty(Mono.error(author::unknown))
			.then();
	}

	private Mono<UUID> record(AuthorId author, String edition, @Nullable Ban ban, Caller caller) {
		Instant now = this.clock.instant();
		UUID id = Ids.at(now);
		Ban written = (ban != null) ? ban : new Ban(null, false, null);
		return this.database.sql(RECORD)
			.bind("id", id)
			.bind("kind", ((ban != null) ? Action.Kind.BAN : Action.Kind.UNBAN).text())
			.bind("edition", edition)
			.bind("author", author.author())
			.bind("moderator", caller.subject())
			.bind("name", caller.name())
			.bind("reason", Binding.nullable(written.reason(), String.class))
			.bind("at", now)
			.bind("until", Binding.nullable(written.until(), Instant.class))
			.bind("shadow", written.shadow())
			.then()
			.thenReturn(id);
	}

}
