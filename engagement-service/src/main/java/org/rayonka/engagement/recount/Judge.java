package org.rayonka.engagement.recount;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.beacon.Rules;
import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Client;
import org.rayonka.events.ViewRecorded.Verdict;

/**
 * The verdict that stands for a record: the log's own, unless it was given anew. For one
 * thread.
 */
final class Judge {

	private static final int REMEMBERED = 10_000;

	private final long below;

	private final @Nullable Rules rules;

	private final Map<Client, Verdict> judged = new HashMap<>();

	private long unknown;

	private Judge(long below, @Nullable Rules rules) {
		this.below = below;
		this.rules = rules;
	}

	/** Takes the log's own verdicts. */
	static Judge asLogged() {
		return new Judge(0, null);
	}

	/** Judges what is below an offset by other rules, where the record says whom. */
	static Judge by(Rules rules, long below) {
		return new Judge(below, rules);
	}

	Verdict judge(long offset, ViewRecorded view) {
		if (this.rules == null || offset >= this.below) {
			return view.verdict();
		}
		if (view.client() == null) {
			this.unknown++;
			return view.verdict();
		}
		if (this.judged.size() > REMEMBERED) {
			this.judged.clear();
		}
		return this.judged.computeIfAbsent(view.client(), this.rules::judge);
	}

	/** How many records do not say whom they judged, so that their verdict stands. */
	long unknown() {
		return this.unknown;
	}

}
