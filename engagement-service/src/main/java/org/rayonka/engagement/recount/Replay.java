package org.rayonka.engagement.recount;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.carrotsearch.hppc.ObjectLongHashMap;
import org.rayonka.engagement.scoreboard.LoggedView;
import org.rayonka.engagement.scoreboard.Snapshot.HourRow;
import org.rayonka.events.Event;
import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Verdict;

/**
 * Counts one partition's log by the definition that {@code count.lua} follows, written a
 * second time on purpose: what both agree on is right. For one thread.
 */
final class Replay {

	private static final long HOUR_MILLIS = 3_600_000;

	/** Views of earlier hours than that, by the log's clock, are of that hour. */
	private static final long KEPT_HOURS = 744;

	private static final int KINDS = 5;

	/** So long ago that nothing is repeated. */
	private static final long NEVER = Long.MIN_VALUE / 2;

	/** How many cells are kept before they want to be drained. */
	private static final int CELLS = 50_000;

	private final long window;

	private final Judge judge;

	private final Map<Cell, long[]> cells = new HashMap<>();

	private final Map<UUID, OpeningRecorded> openings = new HashMap<>();

	/**
	 * Times of counted views by bucket and visit, as far back as a verdict needs: at
	 * hundreds of views a second these are millions, of about 50 bytes.
	 */
	private final TreeMap<Long, ObjectLongHashMap<Visit>> seen = new TreeMap<>();

	private long next;

	private long clock;

	Replay(Duration window, Judge judge) {
		this.window = window.toMillis();
		this.judge = judge;
	}

	/** Takes the next record; what counts nothing moves the offset alone. */
	void see(long offset, long timestamp, Event event) {
		if (event instanceof ViewRecorded view) {
			view(new LoggedView(offset, timestamp, view), this.judge.judge(offset, view));
		}
		else if (event instanceof OpeningRecorded opening) {
			this.openings.put(opening.article(), opening);
		}
	}

	/** The log has been taken up to here. */
	void reached(long offset) {
		this.next = offset;
	}

	private void view(LoggedView logged, Verdict verdict) {
		long time = logged.time();
		if (time > this.clock) {
			this.clock = time;
			this.seen.headMap(Math.floorDiv(time - this.window, this.window) - 1).clear();
		}
		int kind = switch (verdict) {
			case READER -> isFirst(Visit.of(logged.key()), Math.max(time, this.clock - this.window)) ? 0 : 1;
			case CRAWLER -> 2;
			case AUTOMATED -> 3;
			case PREFETCH -> 4;
		};
		long hour = Math.max(Math.floorDiv(time, HOUR_MILLIS), Math.floorDiv(this.clock, HOUR_MILLIS) - KEPT_HOURS);
		this.cells.computeIfAbsent(new Cell(logged.view().article(), hour), (cell) -> new long[KINDS])[kind]++;
	}

	private boolean isFirst(Visit visit, long time) {
		long bucket = Math.floorDiv(time, this.window);
		for (long b = bucket - 1; b <= bucket + 1; b++) {
			ObjectLongHashMap<Visit> counted = this.seen.get(b);
			if (counted != null && Math.abs(time - counted.getOrDefault(visit, NEVER)) < this.window) {
				return false;
			}
		}
		this.seen.computeIfAbsent(bucket, (b) -> new ObjectLongHashMap<>()).put(visit, time);
		return true;
	}

	/** All records below it are counted. */
	long next() {
		return this.next;
	}

	/** The latest event time seen, in milliseconds. */
	long clock() {
		return this.clock;
	}

	boolean isFull() {
		return this.cells.size() >= CELLS;
	}

	/** What was counted since the last time, to be added to what was drained before. */
	List<HourRow> drainHours() {
		List<HourRow> rows = new ArrayList<>(this.cells.size());
		this.cells
			.forEach((cell, n) -> rows.add(new HourRow(cell.article(), cell.hour(), n[0], n[1], n[2], n[3], n[4])));
		this.cells.clear();
		return rows;
	}

	/** Opening balances since the last time, which replace earlier ones. */
	List<OpeningRecorded> drainOpenings() {
		List<OpeningRecorded> last = List.copyOf(this.openings.values());
		this.openings.clear();
		return last;
	}

	/** Whom the de-duplication still remembers, each a key and a time. */
	Stream<String> remembered() {
		return this.seen.values()
			.stream()
			.flatMap((bucket) -> StreamSupport.stream(bucket.spliterator(), false))
			.map((counted) -> counted.key.key() + " " + counted.value);
	}

	/**
	 * By what a visitor is known on an article, in as few bytes as it takes.
	 *
	 * @param first eight bytes of the key
	 * @param last four bytes of it
	 */
	private record Visit(long first, int last) {

		static Visit of(String key) {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(key));
			return new Visit(bytes.getLong(), bytes.getInt());
		}

		String key() {
			byte[] bytes = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
				.putLong(this.first)
				.putInt(this.last)
				.array();
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		}

	}

	/**
	 * An article in an hour.
	 */
	private record Cell(UUID article, long hour) {
	}

}
