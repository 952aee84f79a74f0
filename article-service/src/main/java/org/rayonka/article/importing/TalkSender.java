package org.rayonka.article.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import org.rayonka.article.importing.ImportLine.NotUnderstood;
import org.rayonka.article.importing.ImportLine.Progress;
import org.rayonka.article.importing.Ledger.Line;
import org.rayonka.article.importing.source.Entry;
import org.rayonka.article.importing.source.SourcePost;
import org.rayonka.article.importing.talk.Talk;
import org.rayonka.article.importing.talk.Talk.Handed;
import org.rayonka.article.importing.talk.Talks;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Goes through the file once more, when all posts are articles, and hands over what
 * readers said about them and how often they read and liked them.
 */
@Component
class TalkSender {

	private static final int BATCH = 50;

	private final Talks talks;

	private final Ledger ledger;

	TalkSender(Talks talks, Ledger ledger) {
		this.talks = talks;
		this.ledger = ledger;
	}

	/**
	 * Sends.
	 * @param desk an import whose posts are written
	 * @return how far it is, and what could not be handed over
	 */
	Flux<ImportLine> send(Desk desk) {
		Talk talk = this.talks.begin(desk.token());
		AtomicLong done = new AtomicLong();
		return Reading.of(desk.file(), (format) -> {
		})
			.ofType(Entry.Post.class)
			.map(Entry.Post::post)
			.filter(SourcePost::published)
			.buffer(BATCH)
			.concatMap((posts) -> send(posts, talk, desk)
				.concatWith(Mono.fromSupplier(() -> progress(done.addAndGet(posts.size()), desk))), 1);
	}

	private static Progress progress(long done, Desk desk) {
		return new Progress("talk", done, desk.survey().posts());
	}

	private Flux<ImportLine> send(List<SourcePost> posts, Talk talk, Desk desk) {
		List<SourcePost> alive = posts.stream().filter(TalkSender::talkedAbout).toList();
		return this.ledger.find(desk.edition().slug(), alive.stream().map(SourcePost::id).toList())
			.flatMapMany((known) -> Flux.fromIterable(alive)
				.filter((post) -> known.containsKey(post.id()))
				.concatMap((post) -> send(post, known, talk, desk)));
	}

	private static boolean talkedAbout(SourcePost post) {
		SourcePost.Talk said = post.talk();
		return !said.comments().isEmpty() || said.views() != null || said.likes() != null;
	}

	private static Flux<ImportLine> send(SourcePost post, Map<String, Line> known, Talk talk, Desk desk) {
		Line line = Objects.requireNonNull(known.get(post.id()));
		Mono<Handed> comments = talk.comments(line.kept().id(), SaidWords.of(post, desk))
			.doOnNext((handed) -> count(handed, Tally.Of.COMMENTS, Tally.Of.COMMENTS_FAILED, desk));
		SourcePost.Talk said = post.talk();
		boolean counted = said.views() != null || said.likes() != null;
		Mono<Handed> opening = counted
				? talk
					.opening(line.kept().id(), Objects.requireNonNullElse(said.views(), 0L),
							Objects.requireNonNullElse(said.likes(), 0L))
					.doOnNext((handed) -> count(handed, Tally.Of.OPENINGS, Tally.Of.OPENINGS_FAILED, desk))
				: Mono.empty();
		return Flux.concat(comments, opening)
			.concatMapIterable(Handed::reasons)
			.filter(desk::unheard)
			.map((reason) -> told(post, reason, desk));
	}

	private static void count(Handed handed, Tally.Of kept, Tally.Of failed, Desk desk) {
		desk.tally().add(kept, handed.kept());
		desk.tally().add(failed, handed.failed());
	}

	private static ImportLine told(SourcePost post, String reason, Desk desk) {
		desk.tally().add(Tally.Of.NOT_UNDERSTOOD, 1);
		return new NotUnderstood(post.line(), Words.ofHtml(post.title(), 300), reason);
	}

}
