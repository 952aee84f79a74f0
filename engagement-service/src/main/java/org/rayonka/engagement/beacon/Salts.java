package org.rayonka.engagement.beacon;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The day's secret, the same in every process: made by whoever needs it first, a day
 * ahead, so that a new day does not need the database; deleted when two days old. A day
 * begins at midnight UTC, when hardly anybody from Kaliningrad to Kamchatka reads.
 */
@Component
class Salts {

	private static final int BYTES = 32;

	private static final int DAYS_KEPT = 2;

	private static final Duration DEADLINE = Duration.ofMillis(800);

	private static final String MAKE = """
			with made as (insert into visitor_salt (day, salt) values (:day, :salt) on conflict do nothing returning salt)
			select salt from made union all select salt from visitor_salt where day = :day limit 1""";

	private final DatabaseClient database;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	private final Map<LocalDate, byte[]> known = new ConcurrentHashMap<>();

	Salts(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	Mono<byte[]> today() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		byte[] salt = this.known.get(today);
		return (salt != null) ? Mono.just(salt) : find(today);
	}

	/** Makes tomorrow's salt and deletes old ones. */
	Mono<Void> tend() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		return Flux.just(today, today.plusDays(1))
			.filter((day) -> !this.known.containsKey(day))
			.concatMap(this::find)
			.then(forget(today));
	}

	private Mono<byte[]> find(LocalDate day) {
		byte[] fresh = new byte[BYTES];
		this.random.nextBytes(fresh);
		return this.database.sql(MAKE)
			.bind("day", day)
			.bind("salt", ByteBuffer.wrap(fresh))
			.map((row) -> bytes(row.get("salt", ByteBuffer.class)))
			.one()
			.repeatWhenEmpty((again) -> again.take(2))
			.doOnNext((salt) -> this.known.put(day, salt))
			.timeout(DEADLINE);
	}

	private Mono<Void> forget(LocalDate today) {
		this.known.keySet().removeIf((day) -> day.isBefore(today.minusDays(1)));
		return this.database.sql("delete from visitor_salt where day <= :day")
			.bind("day", today.minusDays(DAYS_KEPT))
			.then();
	}

	private static byte[] bytes(@Nullable ByteBuffer buffer) {
		byte[] bytes = new byte[(buffer != null) ? buffer.remaining() : 0];
		if (buffer != null) {
			buffer.get(bytes);
		}
		return bytes;
	}

}
