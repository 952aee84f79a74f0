package org.rayonka.article.importing.talk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.importing.talk.CommentClient.Item;
import org.rayonka.article.importing.talk.CommentClient.Skipped;
import org.rayonka.article.importing.talk.CommentClient.Taken;
import org.rayonka.article.importing.talk.CommentClient.Thread;
import org.rayonka.article.importing.talk.EngagementClient.Opening;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The handing over of one import. A failure is an answer here: it never ends the import.
 */
public final class Talk {

	/** So that the longest comments make no request too large. */
	private static final int ITEMS = 100;

	private final CommentClient comments;

	private final EngagementClient engagement;

	private final String token;

	private final Patience commentPatience;

	private final Patience engagementPatience;

	Talk(CommentClient comments, EngagementClient engagement, String token, TalkProperties properties) {
		this.comments = comments;
		this.engagement = engagement;
		this.token = token;
		this.commentPatience = new Patience("comment-service", properties.patience());
		this.engagementPatience = new Patience("engagement-service", properties.patience());
	}

	/**
	 * What was handed over.
	 *
	 * @param kept how many are there now
	 * @param failed how many are not and may be the next time
	 * @param reasons in words why these, or others for good, are not
	 */
	public record Handed(long kept, long failed, List<String> reasons) {

		static final Handed NOTHING = new Handed(0, 0, List.of());

		Handed and(Handed other) {
			List<String> all = Stream.concat(this.reasons.stream(), other.reasons.stream()).distinct().toList();
			return new Handed(this.kept + other.kept, this.failed + other.failed, all);
		}

	}

	/**
	 * Hands comments over.
	 * @param article that they are about
	 * @param said in the order of the file
	 * @return what became of them
	 */
	public Mono<Handed> comments(UUID article, List<OldComment> said) {
		return Flux.fromIterable(said)
			.map(Talk::item)
			.buffer(ITEMS)
			.concatMap((items) -> take(article, items))
			.reduce(Handed.NOTHING, Handed::and);
	}

	private Mono<Handed> take(UUID article, List<Item> items) {
		return this.commentPatience.call(Mono.defer(() -> this.comments.take(this.token, new Thread(article, items))))
			.map(Talk::handed)
			.onErrorResume((failure) -> Mono.just(lost(items.size(), "comments", this.commentPatience, failure)));
	}

	private static Handed handed(Taken taken) {
		List<Skipped> skipped = Objects.requireNonNullElse(taken.skipped(), List.of());
		return new Handed(taken.created() + taken.unchanged(), 0,
				skipped.stream().map((one) -> "comment " + one.sourceId() + ": " + one.reason()).toList());
	}

	private static Item item(OldComment comment) {
		return new Item(comment.id(), comment.parent(), comment.name(), comment.text(), comment.at(),
				comment.published() ? "published" : "pending");
	}

	/**
	 * Hands over how often an article was read and liked.
	 * @param article the article
	 * @param views on the old site
	 * @param likes on the old site
	 * @return what became of it
	 */
	public Mono<Handed> opening(UUID article, long views, long likes) {
		return this.engagementPatience
			.call(Mono.defer(() -> this.engagement.open(this.token, article, new Opening(views, likes))))
			.thenReturn(new Handed(1, 0, List.of()))
			.onErrorResume((failure) -> Mono.just(lost(1, "views and likes", this.engagementPatience, failure)));
	}

	private static Handed lost(int count, String what, Patience patience, Throwable failure) {
		String away = patience.away();
		String reason = (away != null) ? away : String.valueOf(failure.getMessage());
		return new Handed(0, count, List.of(what + ": " + reason + "; repeat the import to hand them over"));
	}

	/**
	 * A comment as it is handed over.
	 *
	 * @param id its number on the old site
	 * @param parent the number of the one that it answers, null when it answers none
	 * @param name how the author called themselves
	 * @param text plain text
	 * @param at when
	 * @param published whether everybody could read it
	 */
	public record OldComment(String id, @Nullable String parent, String name, String text, Instant at,
			boolean published) {
	}

}
