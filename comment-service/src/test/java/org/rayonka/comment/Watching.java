package org.rayonka.comment;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

/**
 * Somebody who watches a discussion.
 */
final class Watching implements AutoCloseable {

	private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT = new ParameterizedTypeReference<>() {
	};

	private final List<ServerSentEvent<String>> events = new CopyOnWriteArrayList<>();

	private final Disposable stream;

	Watching(WebTestClient client, UUID article, @Nullable String lastEventId) {
		this.stream = client.get()
			.uri("/api/v1/articles/" + article + "/comments/stream")
			.accept(MediaType.TEXT_EVENT_STREAM)
			.headers((headers) -> {
				if (lastEventId != null) {
					headers.set("Last-Event-ID", lastEventId);
				}
			})
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(EVENT)
			.getResponseBody()
			.subscribe(this.events::add);
		sees("open");
	}

	/** Waits for an event that says something. */
	ServerSentEvent<String> sees(String name, String... contents) {
		await().atMost(ofSeconds(3)).until(() -> find(name, contents) != null);
		return Objects.requireNonNull(find(name, contents));
	}

	/** Names of what was seen, with the comments' texts or ids. */
	List<String> seen(String name) {
		return this.events.stream()
			.filter((event) -> name.equals(event.event()))
			.map((event) -> Objects.requireNonNull(event.data()))
			.toList();
	}

	String everything() {
		return this.events.toString();
	}

	String lastEventId() {
		return Objects.requireNonNull(this.events.getLast().id());
	}

	boolean over() {
		return this.stream.isDisposed();
	}

	@Override
	public void close() {
		this.stream.dispose();
	}

	private @Nullable ServerSentEvent<String> find(String name, String... contents) {
		return this.events.stream()
			.filter((event) -> name.equals(event.event()))
			.filter((event) -> List.of(contents).stream().allMatch(String.valueOf(event.data())::contains))
			.findFirst()
			.orElse(null);
	}

}
