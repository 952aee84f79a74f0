package org.rayonka.gateway.edgecache;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.rayonka.tags.CacheTags;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeCacheTests {

	private static final EdgeKey KEY = new EdgeKey("/zarechye/", true, false, "ru");

	private final Purges purges = new Purges();

	private final EdgeCache cache = new EdgeCache(
			new EdgeCacheProperties(List.of(), List.of("/api"), Set.of(), Set.of(), Set.of(), DataSize.ofMegabytes(1),
					DataSize.ofMegabytes(1), Duration.ofSeconds(1)),
			this.purges, new Renewals(new ServerProperties()), new SimpleMeterRegistry());

	@Test
	void trustsTaggedAnswersForTwoSecondsWhilePurgesAreNotHeard() {
		assertThat(this.cache.isFresh(answer("lists", 1))).isTrue();
		assertThat(this.cache.isFresh(answer("lists", 3))).isFalse();
		assertThat(this.cache.isFresh(answer("", 3))).as("nobody purges it").isTrue();
		this.purges.heardUntil(System.nanoTime());
		assertThat(this.cache.isFresh(answer("lists", 3))).isTrue();
	}

	@Test
	void servesAnOlderAnswerBesideItsRenewalOnlyWhilePurgesAreHeard() {
		HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, KEY.uri());
		assertThat(this.cache.renews(KEY, answer("lists", 700), request)).isFalse();
		assertThat(this.cache.renews(KEY, answer("", 700), request)).as("nobody purges it").isTrue();
		this.purges.heardUntil(System.nanoTime());
		assertThat(this.cache.renews(KEY, answer("lists", 700), request)).isTrue();
		assertThat(this.cache.renews(KEY, answer("lists", 700).doubtful(), request)).isFalse();
		assertThat(this.cache.renews(KEY, answer("lists", 1300), request)).as("too old").isFalse();
	}

	@Test
	void forgetsWhatAPurgeNames() {
		land(answer("article:1,lists", 0));
		this.cache.purge(Set.of("article:2"));
		assertThat(this.cache.find(KEY)).isNotNull();
		this.cache.purge(Set.of("article:2", "article:1"));
		assertThat(this.cache.find(KEY)).isNull();
	}

	@Test
	void doubtsAnAnswerThatWasOnItsWayDuringAPurge() {
		this.purges.heardUntil(System.nanoTime());
		Flight flight = Objects.requireNonNull(this.cache.lead(KEY));
		this.cache.purge(Set.of("article:1"));
		this.cache.land(KEY, flight, answer("article:1", 2));
		assertThat(this.cache.isFresh(Objects.requireNonNull(this.cache.find(KEY)))).isFalse();
		land(answer("article:2", 2));
		assertThat(this.cache.isFresh(Objects.requireNonNull(this.cache.find(KEY)))).isTrue();
	}

	private void land(StoredAnswer answer) {
		this.cache.land(KEY, Objects.requireNonNull(this.cache.lead(KEY)), answer);
	}

	private static StoredAnswer answer(String tags, int age) {
		HttpHeaders headers = new DefaultHttpHeaders().set(CacheTags.HEADER, tags);
		return StoredAnswer.of(headers, new byte[10], new Freshness(600, 600, 0),
				System.nanoTime() - TimeUnit.SECONDS.toNanos(age));
	}

}
