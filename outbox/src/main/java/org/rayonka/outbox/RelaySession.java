package org.rayonka.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.postgresql.api.PostgresqlStatement;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

/**
 * The relay's own database connection, whose session lock makes it the leader: as long as
 * the session lives nobody else leads, and with the session leadership ends. Blocking,
 * for the relay's thread alone.
 */
final class RelaySession implements AutoCloseable {

	static final String CHANNEL = "outbox";

	/**
	 * The letters of "outbox"; advisory locks are per database, so each service has its
	 * own.
	 */
	static final long LOCK = 0x6f_75_74_62_6f_78L;

	/** Above the statement time-out, so that a silent server is taken for dead. */
	private static final Duration PATIENCE = Duration.ofSeconds(7);

	private static final String READ = """
			select id, topic, key, payload from (
				select oldest.*, sum(octet_length(payload)) over (order by id) - octet_length(payload) as ahead
				from (select id, topic, key, payload from outbox order by id limit $1) oldest) counted
			where ahead < $2 order by id""";

	private static final String SET_ASIDE = """
			with refused as (delete from outbox where id = $1 returning id, topic, key, payload, created_at)
			insert into outbox_failed (id, topic, key, payload, created_at, reason)
			select id, topic, key, payload, created_at, $2 from refused""";

	/** Counting stops where the exact number no longer matters. */
	private static final String SAMPLE = """
			select (select count(*) from (select from outbox limit 1000000) counted) as pending,
				coalesce((select extract(epoch from now() - created_at) from outbox order by id limit 1), 0)::float8 as age""";

	private final PostgresqlConnection connection;

	private final Semaphore news = new Semaphore(0);

	private volatile boolean lost;

	private RelaySession(PostgresqlConnection connection) {
		this.connection = connection;
		connection.getNotifications().doFinally((signal) -> {
			this.lost = true;
			wake();
		}).subscribe((notification) -> wake(), (error) -> wake());
	}

	static RelaySession open(Mono<PostgresqlConnection> connections) {
		return new RelaySession(Objects.requireNonNull(connections.block(PATIENCE), "No connection"));
	}

	/**
	 * Asks for leadership.
	 * @return whether this session leads from now on, for as long as it lives
	 */
	boolean lead() {
		if (!one("select pg_try_advisory_lock($1) as leads", (row) -> required(row, "leads", Boolean.class), LOCK)) {
			return false;
		}
		change("listen " + CHANNEL);
		return true;
	}

	/**
	 * The oldest rows in order, bounded by number and by bytes, at least one if there is
	 * one.
	 */
	List<OutboxRow> read(int rows, long bytes) {
		return list(
				READ, (
						row) -> new OutboxRow(required(row, "id", Long.class),
								new OutboxMessage(required(row, "topic", String.class),
										required(row, "key", String.class), required(row, "payload", byte[].class))),
				rows, bytes);
	}

	void remove(List<Long> ids) {
		if (!ids.isEmpty()) {
			change("delete from outbox where id = any($1)", (Object) ids.toArray(Long[]::new));
		}
	}

	void setAside(OutboxRow row, String reason) {
		change(SET_ASIDE, row.id(), reason);
	}

	/**
	 * Looks at how much waits; also proves that the session, and so the lock, is still
	 * there.
	 */
	OutboxSample sample() {
		return one(SAMPLE,
				(row) -> new OutboxSample(required(row, "pending", Long.class), required(row, "age", Double.class)));
	}

	/** Waits for a commit that added something, a lost session, or the time given. */
	void awaitNews(Duration atMost) throws InterruptedException {
		if (this.news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
			this.news.drainPermits();
		}
	}

	void wake() {
		this.news.release();
	}

	/** Fails once the session is known to be lost. */
	void verify() {
		if (this.lost) {
			throw new R2dbcNonTransientResourceException("The relay's session is lost, and leadership with it");
		}
	}

	@Override
	public void close() {
		this.connection.close().onErrorComplete().block(PATIENCE);
	}

	private void change(String sql, Object... values) {
		statement(sql, values).execute().flatMap(PostgresqlResult::getRowsUpdated).then().block(PATIENCE);
	}

	private <T> T one(String sql, Function<Readable, T> mapping, Object... values) {
		return list(sql, mapping, values).getFirst();
	}

	private <T> List<T> list(String sql, Function<Readable, T> mapping, Object... values) {
		return Objects.requireNonNull(statement(sql, values).execute()
			.flatMap((result) -> result.map((row, metadata) -> mapping.apply(row)))
			.collectList()
			.block(PATIENCE));
	}

	private PostgresqlStatement statement(String sql, Object... values) {
		PostgresqlStatement statement = this.connection.createStatement(sql);
		for (int i = 0; i < values.length; i++) {
			statement.bind(i, values[i]);
		}
		return statement;
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
