package org.rayonka.comment.authorship;

import java.util.List;
import java.util.UUID;

import org.rayonka.comment.thread.Pages;
import org.rayonka.comment.thread.Traces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Tells somebody everything that is kept of him, as one JSON document that is written
 * while it is read.
 */
@Component
class PersonalData {

	/** What the rules found is for moderators, and so is what they hold for bad. */
	private static final String COMMENTS = """
			select id, cast(json_build_object('id', id, 'article', article_id, 'parentId', parent_id, 'name', name,
				'text', text, 'at', created_at, 'editedAt', edited_at, 'score', score,
				'status', case when status <> 'withheld' then status
					when findings[1] like 'shadow %' and cardinality(findings) = 1 then 'published' else 'pending' end,
				'earlier', coalesce((
					select json_agg(json_build_object('name', name, 'text', text, 'until', until) order by number)
					from wording where comment_id = comment.id), '[]')) as text) as json
			from comment where author = :author and external_id is null and id > :after order by id limit :limit""";

	private final DatabaseClient database;

	private final List<Traces> traces;

	PersonalData(DatabaseClient database, List<Traces> traces) {
		this.database = database;
		this.traces = traces;
	}

	/** Parts of the document, in their order. */
	Flux<String> of(String author) {
		Flux<String> others = Flux.fromIterable(this.traces)
			.concatMap((trace) -> list(",", trace.name(), trace.of(author)), 1);
		return Flux.concat(list("{", "comments", comments(author)), others, Flux.just("}\n"));
	}

	private Flux<String> comments(String author) {
		return Pages.all((after) -> page(author, after));
	}

	private Mono<List<Pages.Row>> page(String author, UUID after) {
		return this.database.sql(COMMENTS)
			.bind("author", author)
			.bind("after", after)
			.bind("limit", Pages.SIZE)
			.map(Pages.Row::of)
			.all()
			.collectList();
	}

	/**
	 * Nothing is written before something is read, so that a failure can still be told.
	 */
	private static Flux<String> list(String before, String name, Flux<String> items) {
		String start = "%s\"%s\":[".formatted(before, name);
		return items.index((n, item) -> ((n == 0) ? start : ",\n") + item).defaultIfEmpty(start).concatWithValues("]");
	}

}
