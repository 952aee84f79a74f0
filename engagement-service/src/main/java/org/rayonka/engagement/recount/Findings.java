package org.rayonka.engagement.recount;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.recount.Report.Change;
import org.rayonka.engagement.recount.Report.State;

/**
 * What a recount has found so far. Safe for several threads; keeps the first differences
 * and the largest changes only, and counts all.
 */
final class Findings {

	private static final int KEPT = 100;

	private static final int LARGEST = 10;

	private final Mode mode;

	private final Instant startedAt;

	private final List<Difference> found = new ArrayList<>();

	private final List<Change> largest = new ArrayList<>();

	private State state = State.RUNNING;

	private @Nullable String failure;

	private String phase = "";

	private long done;

	private long of;

	private long articles;

	private long differences;

	private long changed;

	private long unjudged;

	private Verdicts before = Verdicts.NONE;

	private Verdicts after = Verdicts.NONE;

	Findings(Mode mode, Instant startedAt) {
		this.mode = mode;
		this.startedAt = startedAt;
	}

	synchronized boolean running() {
		return this.state == State.RUNNING;
	}

	synchronized void phase(String phase) {
		this.phase = phase;
	}

	synchronized void expect(long records) {
		this.of += records;
	}

	synchronized void counted(long records) {
		this.done += records;
	}

	synchronized void compared(long articles) {
		this.articles += articles;
	}

	synchronized void differs(Difference difference) {
		this.differences++;
		if (this.found.size() < KEPT) {
			this.found.add(difference);
		}
	}

	synchronized void changes(Change change) {
		this.changed++;
		this.largest.add(change);
		if (this.largest.size() > LARGEST) {
			this.largest.sort(Comparator.comparingLong(Change::size).reversed());
			this.largest.removeLast();
		}
	}

	synchronized void judged(Verdicts before, Verdicts after) {
		this.before = this.before.plus(before);
		this.after = this.after.plus(after);
	}

	synchronized void unjudged(long records) {
		this.unjudged += records;
	}

	synchronized void end(@Nullable Throwable failure) {
		this.state = (failure != null) ? State.FAILED : State.DONE;
		this.failure = (failure instanceof RecountException) ? failure.getMessage()
				: (failure != null) ? failure.toString() : null;
	}

	synchronized Report report() {
		List<Change> sorted = this.largest.stream().sorted(Comparator.comparingLong(Change::size).reversed()).toList();
		return new Report(this.mode.toString(), this.state, this.failure, this.startedAt, this.phase, this.done,
				this.of, this.articles, this.differences, List.copyOf(this.found), this.before, this.after,
				this.changed, sorted, this.unjudged);
	}

}
