package org.rayonka.comment.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.r2dbc.spi.ConnectionFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.comment.CommentProblem;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.discussion.EditionRules;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Status;
import org.rayonka.comment.thread.Wording;
import org.rayonka.events.Premoderation;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many watch, and the database hardly notices.
 */
class LiveDiscussionsTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final Shelf shelf = new Shelf();

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	private final Rooms rooms = new Rooms(this.shelf, telling(), Clock.systemUTC());

	@AfterEach
	void timeGoesOn() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void asksOnceASecondHoweverManyWatch() {
		List<Reader> readers = IntStream.range(0, 200).mapToObj((_) -> reader(null)).toList();
		assertThat(this.rooms.size()).isOne();
		this.time.advanceTimeBy(SECOND.multipliedBy(10));
		assertThat(this.shelf.looks).hasValue(10);
		assertThat(this.shelf.parts).hasValue(0);
		this.shelf.published(1);
		this.time.advanceTimeBy(SECOND);
		assertThat(this.shelf.looks).hasValue(11);
		assertThat(this.shelf.parts).hasValue(1);
		assertThat(readers)
			.allSatisfy((reader) -> assertThat(reader.names()).containsExactly("open", "comment", "total"));
		readers.forEach(Reader::cancel);
		assertThat(this.rooms.size()).isZero();
		this.time.advanceTimeBy(SECOND.multipliedBy(10));
		assertThat(this.shelf.looks).hasValue(11);
	}

	@Test
	void goesOnWhereTheDatabaseIsBack() {
		Reader reader = reader(null);
		this.shelf.away = true;
		this.shelf.published(1);
		this.time.advanceTimeBy(SECOND.multipliedBy(30));
		assertThat(reader.names()).containsExactly("open");
		this.shelf.away = false;
		this.time.advanceTimeBy(SECOND);
		assertThat(reader.names()).containsExactly("open", "comment", "total");
		reader.cancel();
	}

	@Test
	void sendsASlowReaderTheLatestStateOnce() {
		Reader slow = reader(null);
		slow.patient(1);
		this.shelf.published(1);
		for (int second = 0; second < 200; second++) {
			this.shelf.edited();
			this.time.advanceTimeBy(SECOND);
		}
		slow.patient(Integer.MAX_VALUE);
		this.time.advanceTimeBy(SECOND);
		assertThat(slow.comments()).doesNotHaveDuplicates().hasSizeLessThan(60);
		assertThat(slow.last("comment").id()).isEqualTo("201");
		assertThat(slow.revisions()).isSorted();
		slow.cancel();
	}

	@Test
	void resumesThroughMoreThanOnePart() {
		this.shelf.published(2 * Changes.PART + 50);
		Reader reader = reader("7");
		assertThat(reader.comments()).containsExactlyElementsOf(
				LongStream.rangeClosed(8, 2 * Changes.PART + 50).mapToObj(Long::toString).toList());
		reader.cancel();
	}

	@Test
	void tellsManyChangesInSeveralSteps() {
		Reader reader = reader(null);
		this.shelf.published(2 * Changes.PART + 50);
		this.time.advanceTimeBy(SECOND.multipliedBy(4));
		assertThat(reader.comments()).hasSize(2 * Changes.PART + 50).doesNotHaveDuplicates();
		reader.cancel();
	}

	@Test
	void letsARoomBehindTellNothingTwice() {
		Reader first = reader(null);
		this.shelf.published(3);
		Reader second = reader("2");
		this.time.advanceTimeBy(SECOND);
		assertThat(first.comments()).containsExactly("1", "2", "3");
		assertThat(second.comments()).containsExactly("3");
		assertThat(second.names()).containsExactly("open", "comment");
		first.cancel();
		second.cancel();
	}

	@ParameterizedTest
	@CsvSource({ ", 5", "garbage, 5", "-1, 5", "6, 5", "99999999999999999999, 5", "'', 5", "5, 5", "4, 4", "0, 0" })
	void startsFromNowUnlessItKnowsBetter(@Nullable String lastEventId, long start) {
		assertThat(Watcher.start(lastEventId, 5)).isEqualTo(start);
	}

	@Test
	void saysThatItLives() {
		Reader reader = reader(null);
		this.time.advanceTimeBy(SECOND.multipliedBy(45));
		assertThat(reader.events).filteredOn((event) -> event.comment() != null).hasSize(3);
		reader.cancel();
	}

	@Test
	void endsWithTheArticle() {
		Reader reader = reader(null);
		this.shelf.withdrawn();
		this.time.advanceTimeBy(SECOND);
		assertThat(reader.names()).containsExactly("open", "withdrawn");
		assertThat(reader.over).isTrue();
		assertThat(this.rooms.size()).isZero();
		StepVerifier.create(live().of(this.shelf.article, null)).verifyError(CommentProblem.Withdrawn.class);
	}

	private LiveDiscussions live() {
		return new LiveDiscussions(this.shelf, this.rooms, telling(), Clock.systemUTC());
	}

	private static Telling telling() {
		return new Telling(JsonMapper.builder().build());
	}

	private Reader reader(@Nullable String lastEventId) {
		Reader reader = new Reader();
		live().of(this.shelf.article, lastEventId).subscribe(reader);
		return reader;
	}

	/**
	 * What a database would hold of one discussion.
	 */
	private static final class Shelf extends Changes {

		private static final EditionRules RULES = new EditionRules(true, true, 0, 0, 0, EditionRules.Checker.OFF);

		private final AtomicInteger looks = new AtomicInteger();

		private final AtomicInteger parts = new AtomicInteger();

		private final UUID article = UUID.randomUUID();

		private final List<Change> changes = new ArrayList<>();

		private boolean away;

		private long revision;

		private long articleRevision = 1;

		private long comments;

		Shelf() {
			this(DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://nobody@127.0.0.1:1/none")));
		}

		private Shelf(DatabaseClient nowhere) {
			super(nowhere, new Discussions(nowhere, RULES));
		}

		void published(int number) {
			for (int n = 0; n < number; n++) {
				this.comments++;
				this.changes.add(new Change(++this.revision, comment(UUID.randomUUID())));
			}
		}

		void edited() {
			Change edited = this.changes.removeLast();
			this.changes.add(new Change(++this.revision, edited.comment()));
		}

		void withdrawn() {
			this.articleRevision++;
		}

		@Override
		Mono<Discussion> discussion(UUID article) {
			return answer(() -> new Discussion(article, "zarechye",
					new Discussion.State(true, this.articleRevision > 1, null), this.comments, Premoderation.NOBODY,
					RULES));
		}

		@Override
		Mono<Place> place(UUID article) {
			return answer(() -> new Place(article, this.revision, this.articleRevision));
		}

		@Override
		Mono<List<Place>> moved(Collection<Place> seen) {
			this.looks.incrementAndGet();
			return place(this.article).map((place) -> seen.contains(place) ? List.of() : List.of(place));
		}

		@Override
		Mono<List<Change>> since(UUID article, long revision) {
			return answer(() -> {
				this.parts.incrementAndGet();
				return this.changes.stream().filter((change) -> change.revision() > revision).limit(PART).toList();
			});
		}

		private <T> Mono<T> answer(Supplier<T> answer) {
			return Mono.fromSupplier(() -> {
				if (this.away) {
					throw new IllegalStateException("The database is away");
				}
				return answer.get();
			});
		}

		private Comment comment(UUID id) {
			return new Comment(id, this.article, Comment.Place.FIRST, "somebody", new Wording("Анна", "Да"),
					Status.PUBLISHED, Instant.EPOCH, Comment.Standing.NONE, Comment.Marks.NONE);
		}

	}

	/**
	 * Somebody at the other end of a stream.
	 */
	private static final class Reader extends BaseSubscriber<ServerSentEvent<String>> {

		private final List<ServerSentEvent<String>> events = new ArrayList<>();

		private boolean over;

		private boolean slow;

		/** Takes so many more and then no more until it is called again. */
		void patient(int events) {
			this.slow = events < Integer.MAX_VALUE;
			request(events);
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			request(1);
		}

		@Override
		protected void hookOnNext(ServerSentEvent<String> event) {
			this.events.add(event);
			if (!this.slow) {
				request(1);
			}
		}

		@Override
		protected void hookOnComplete() {
			this.over = true;
		}

		List<String> names() {
			return this.events.stream().map(ServerSentEvent::event).filter(Objects::nonNull).toList();
		}

		List<String> comments() {
			return this.events.stream()
				.filter((event) -> "comment".equals(event.event()))
				.map((event) -> Objects.requireNonNull(event.id()))
				.toList();
		}

		List<Long> revisions() {
			return this.events.stream().map(ServerSentEvent::id).filter(Objects::nonNull).map(Long::valueOf).toList();
		}

		ServerSentEvent<String> last(String name) {
			return this.events.stream().filter((event) -> name.equals(event.event())).toList().getLast();
		}

	}

}
