package org.rayonka.comment;

import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Readers watch a discussion on real servers.
 */
@OnRealServers
class LiveApplicationIT {

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	@Autowired
	private MeterRegistry metrics;

	private Conversation conversation;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = this.conversations.begin();
	}

	@Test
	void showsWhatAppearsAndWhatGoes() {
		try (Watching watching = watch(null)) {
			watching.sees("open", "\"total\":0", "\"open\":true");
			String id = this.conversation.said("Мост открыли");
			watching.sees("comment", id, "Мост открыли", "\"status\":\"published\"", "\"replies\":[]");
			watching.sees("total", "\"total\":1");
			this.conversation.judge(id, "reject").expectStatus().isOk();
			assertThat(watching.sees("removed", id).data()).contains(this.conversation.article().toString())
				.doesNotContain("Мост");
			watching.sees("total", "\"total\":0");
		}
	}

	@Test
	void showsWhatWaitsOnlyOnceItIsApproved() {
		try (Watching watching = watch(null)) {
			String hidden = Conversation.idOf(this.conversation.guestPosts("{\"text\":\"Тайное\"}", "a-guest"));
			String rejected = Conversation.idOf(this.conversation.guestPosts("{\"text\":\"Дурное\"}", "b-guest"));
			this.conversation.judge(rejected, "reject").expectStatus().isOk();
			String shown = this.conversation.said("Явное");
			watching.sees("comment", shown);
			assertThat(watching.everything()).doesNotContain(hidden, rejected, "Тайное", "Дурное");
			this.conversation.judge(hidden, "approve").expectStatus().isOk();
			watching.sees("comment", hidden, "Тайное");
			assertThat(watching.everything()).doesNotContain(rejected);
		}
	}

	@Test
	void resumesWithoutGapAndWithoutDouble() {
		String before;
		try (Watching watching = watch(null)) {
			watching.sees("comment", this.conversation.said("Раз"));
			watching.sees("total", "\"total\":1");
			before = watching.lastEventId();
		}
		String gone = this.conversation.said("Два");
		String kept = this.conversation.said("Три");
		this.conversation.judge(gone, "reject").expectStatus().isOk();
		try (Watching watching = watch(before)) {
			watching.sees("comment", kept);
			watching.sees("removed", gone);
			String live = this.conversation.said("Четыре");
			watching.sees("comment", live);
			assertThat(watching.seen("comment")).hasSize(2).noneMatch((data) -> data.contains("Раз"));
			assertThat(watching.seen("removed")).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "99999", "-1" })
	void startsFromNowWhereItCannotResume(String lastEventId) {
		this.conversation.said("Раньше");
		try (Watching watching = watch(lastEventId)) {
			watching.sees("comment", this.conversation.said("Теперь"));
			assertThat(watching.seen("comment")).hasSize(1);
		}
	}

	@Test
	void showsThatItIsClosedAndEndsWhenItIsWithdrawn() {
		try (Watching watching = watch(null)) {
			this.conversation.closed(2);
			await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(watching.seen("total")).hasSize(1));
			watching.sees("total", "\"open\":false");
			this.conversation.withdrawn(3);
			await().atMost(ofSeconds(30)).until(watching::over);
			watching.sees("withdrawn", this.conversation.article().toString());
		}
		stream(this.conversation.article()).expectStatus().isEqualTo(410);
		stream(UUID.randomUUID()).expectStatus().isNotFound();
	}

	@Test
	void countsWhatIsOpen() {
		double before = this.metrics.get("rayonka.comment.streams.open").gauge().value();
		try (Watching _ = watch(null); Watching _ = watch(null)) {
			assertThat(this.metrics.get("rayonka.comment.streams.open").gauge().value()).isEqualTo(before + 2);
		}
		await().atMost(ofSeconds(30))
			.until(() -> this.metrics.get("rayonka.comment.streams.open").gauge().value() == before);
		assertThat(this.metrics.get("rayonka.comment.events.sent").tag("event", "open").counter().count()).isPositive();
	}

	@Test
	void countsTheCommentsOfManyArticles() {
		Conversation other = this.conversations.begin();
		this.conversation.said("Раз");
		other.said("Раз");
		other.said("Два");
		String ids = String.join(",", List.of(this.conversation.article().toString(), other.article().toString(),
				UUID.randomUUID().toString()));
		this.client.get()
			.uri("/api/v1/comments/counts?ids=" + ids)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(2)
			.jsonPath("$.items['%s'].comments".formatted(this.conversation.article()))
			.isEqualTo(1)
			.jsonPath("$.items['%s'].comments".formatted(other.article()))
			.isEqualTo(2)
			.jsonPath("$.items['%s'].open".formatted(other.article()))
			.isEqualTo(true);
	}

	private Watching watch(@Nullable String lastEventId) {
		return new Watching(this.client, this.conversation.article(), lastEventId);
	}

	private WebTestClient.ResponseSpec stream(UUID article) {
		return this.client.get().uri("/api/v1/articles/" + article + "/comments/stream").exchange();
	}

}
