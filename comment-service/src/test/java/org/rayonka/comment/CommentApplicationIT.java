package org.rayonka.comment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rayonka.events.CommentEvent;
import org.rayonka.events.CommentPublished;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readers post, read and vote on real servers.
 */
@OnRealServers
class CommentApplicationIT {

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	private Conversation conversation;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = this.conversations.begin();
	}

	@Test
	void tellsOfACommentWithTheAbsoluteCount() {
		String first = this.conversation.said("Наконец-то!");
		String second = this.conversation.answered(first, "Двадцать лет ждали");
		List<CommentEvent> events = this.conversation.told(2);
		assertThat(events).allSatisfy((event) -> assertThat(event).isInstanceOf(CommentPublished.class))
			.extracting(CommentEvent::count)
			.containsExactly(1L, 2L);
		assertThat(events).extracting((event) -> ((CommentPublished) event).comment())
			.containsExactly(UUID.fromString(first), UUID.fromString(second));
		assertThat(events).extracting(CommentEvent::revision).containsExactly(1L, 2L);
		this.conversation.list("")
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(2)
			.jsonPath("$.open")
			.isEqualTo(true)
			.jsonPath("$.items[0].name")
			.isEqualTo("Анна Петрова")
			.jsonPath("$.items[0].replies[0].text")
			.isEqualTo("Двадцать лет ждали")
			.jsonPath("$.items[0].replies[0].parentId")
			.isEqualTo(first);
	}

	@Test
	void countsWhatManyPostAtOnce() {
		List<String> ids = IntStream.range(0, 8)
			.parallel()
			.boxed()
			.flatMap((writer) -> IntStream.range(0, 25).mapToObj((n) -> this.conversation.said(writer + "/" + n)))
			.toList();
		assertThat(new HashSet<>(ids)).hasSize(200);
		assertThat(this.conversation.rows()).isEqualTo(200);
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(200);
		assertThat(this.conversation.told(200)).extracting(CommentEvent::count)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
	}

	@Test
	void postsOnceForEachKey() {
		String json = "{\"text\":\"Один раз\"}";
		String key = UUID.randomUUID().toString();
		String id = Conversation.idOf(this.conversation.readerPosts(json, key));
		assertThat(Conversation.idOf(this.conversation.readerPosts(json, key))).isEqualTo(id);
		this.conversation.readerPosts("{\"text\":\"Другое\"}", key).expectStatus().isEqualTo(422);
		assertThat(this.conversation.rows()).isEqualTo(1);
	}

	@Test
	void postsOnceWhenTheSameKeyComesEightTimesAtOnce() {
		String key = UUID.randomUUID().toString();
		List<Integer> statuses = IntStream.range(0, 8)
			.parallel()
			.mapToObj((n) -> this.conversation.readerPosts("{\"text\":\"Один раз\"}", key))
			.map((answer) -> answer.returnResult(String.class).getStatus().value())
			.toList();
		assertThat(statuses).contains(201).containsAnyOf(201, 409).doesNotContain(500, 503);
		assertThat(this.conversation.rows()).isEqualTo(1);
	}

	@Test
	void ratesByVotesOfDifferentReaders() {
		String low = this.conversation.said("Низко");
		String high = this.conversation.said("Высоко");
		for (int visitor = 0; visitor < 3; visitor++) {
			vote(high, "v" + visitor, 1);
			vote(low, "v" + visitor, -1);
		}
		vote(high, "v0", 1);
		vote(low, "v0", 1);
		this.client.delete()
			.uri("/api/v1/comments/" + low + "/vote")
			.header("Rayonka-Visitor", "v1")
			.exchange()
			.expectBody()
			.jsonPath("$.score")
			.isEqualTo(0);
		this.conversation.list("?sort=best")
			.expectBody()
			.jsonPath("$.items[*].id")
			.isEqualTo(List.of(high, low))
			.jsonPath("$.items[*].score")
			.isEqualTo(List.of(3, 0));
	}

	@ParameterizedTest
	@CsvSource({ "newest", "oldest", "best" })
	void pagesThroughEverythingOnce(String sort) {
		List<String> ids = IntStream.range(0, 11).mapToObj((n) -> this.conversation.said("n" + n)).toList();
		ids.stream().limit(4).forEach((id) -> vote(id, "v", 1));
		Set<String> seen = new HashSet<>();
		@Nullable String cursor = null;
		do {
			Listing page = page(sort, cursor);
			assertThat(page.items()).hasSizeLessThanOrEqualTo(3)
				.allSatisfy((item) -> assertThat(seen.add(item.id())).isTrue());
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
	}

	private void vote(String comment, String visitor, int value) {
		this.client.put()
			.uri("/api/v1/comments/" + comment + "/vote")
			.header("Rayonka-Visitor", visitor)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"value\":%d}".formatted(value))
			.exchange()
			.expectStatus()
			.isOk();
	}

	private Listing page(String sort, @Nullable String cursor) {
		String query = "?limit=3&sort=" + sort + ((cursor != null) ? "&cursor=" + cursor : "");
		return Objects
			.requireNonNull(this.conversation.list(query).expectBody(Listing.class).returnResult().getResponseBody());
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Listing(List<Item> items, @Nullable String next) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Item(String id) {
	}

}
