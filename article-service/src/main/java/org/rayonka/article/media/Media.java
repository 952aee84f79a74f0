package org.rayonka.article.media;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What is known of the stored files.
 */
@Repository
public class Media {

	private final DatabaseClient database;

	private final Clock clock;

	Media(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Keeps what is known of a file; a second time it changes nothing.
	 * @param file the file, in its place already
	 * @return true when it was not known before
	 */
	Mono<Boolean> add(StoredFile file) {
		return this.database.sql("""
				insert into media (path, type, width, height, bytes, stored_at)
				values (:path, :type, :width, :height, :bytes, :at) on conflict (path) do nothing
				""")
			.bind("path", file.path())
			.bind("type", file.type())
			.bind("width", Parameters.in(R2dbcType.INTEGER, file.width()))
			.bind("height", Parameters.in(R2dbcType.INTEGER, file.height()))
			.bind("bytes", file.bytes())
			.bind("at", this.clock.instant())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * The files among these paths that were stored.
	 * @param paths at most some dozens
	 * @return by their path
	 */
	public Mono<Map<String, StoredFile>> find(Collection<String> paths) {
		if (paths.isEmpty()) {
			return Mono.just(Map.of());
		}
		return this.database.sql("select path, type, width, height, bytes from media where path = any(:paths)")
			.bind("paths", paths.toArray(String[]::new))
			.map(Media::file)
			.all()
			.collectMap(StoredFile::path);
	}

	private static StoredFile file(Readable row) {
		return new StoredFile(row.get("path", String.class), row.get("type", String.class),
				row.get("width", Integer.class), row.get("height", Integer.class),
				Objects.requireNonNull(row.get("bytes", Long.class)));
	}

}
