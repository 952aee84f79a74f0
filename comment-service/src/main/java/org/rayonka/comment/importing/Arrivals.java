package org.rayonka.comment.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.importing.ImportOutcome.Reason;
import org.rayonka.comment.importing.ImportOutcome.Skipped;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Wording;

/**
 * Sorts a batch: what is new gets its place below what it answers, in whatever order the
 * two come. Of comments that answer each other in a ring, one begins the thread.
 */
final class Arrivals {

	private final ImportBatch batch;

	private final Instant now;

	private final String nameless;

	private final Map<String, Comment> settled;

	private final SequencedMap<String, Draft> waiting = new LinkedHashMap<>();

	private final List<Arrival> created = new ArrayList<>();

	private final List<Skipped> skipped = new ArrayList<>();

	private int unchanged;

	/**
	 * Sorts.
	 * @param known of the comments that the batch names, those brought along before
	 */
	Arrivals(ImportBatch batch, Map<String, Comment> known, Instant now, String nameless) {
		this.batch = batch;
		this.now = now;
		this.nameless = nameless;
		this.settled = new HashMap<>(known);
		sort(known.keySet());
		while (!this.waiting.isEmpty()) {
			settle(this.waiting.pollFirstEntry().getValue());
		}
	}

	List<Arrival> created() {
		return List.copyOf(this.created);
	}

	ImportOutcome outcome() {
		return new ImportOutcome(this.created.size(), this.unchanged, List.copyOf(this.skipped));
	}

	private void sort(Set<String> known) {
		Set<String> seen = new HashSet<>();
		for (ImportedComment item : this.batch.items()) {
			if (!seen.add(item.sourceId())) {
				skip(item, Reason.REPEATED);
			}
			else if (known.contains(item.sourceId())) {
				this.unchanged++;
			}
			else {
				read(item);
			}
		}
	}

	private void read(ImportedComment item) {
		Wording wording = item.wording(this.nameless);
		if (item.tooOld()) {
			skip(item, Reason.TOO_OLD);
		}
		else if (wording.text().isEmpty()) {
			skip(item, Reason.EMPTY);
		}
		else {
			this.waiting.put(item.sourceId(), new Draft(item, wording));
		}
	}

	private void skip(ImportedComment item, Reason reason) {
		this.skipped.add(new Skipped(item.sourceId(), reason));
	}

	private Comment settle(Draft draft) {
		ImportedComment item = draft.item();
		Comment comment = item.below(parent(item.parentSourceId()), this.batch.articleId(), draft.wording(), this.now);
		this.settled.put(item.sourceId(), comment);
		this.created.add(new Arrival(item.sourceId(), comment));
		return comment;
	}

	/**
	 * What is neither settled nor waits is unknown, or being settled: a ring ends here.
	 */
	private @Nullable Comment parent(@Nullable String sourceId) {
		if (sourceId == null) {
			return null;
		}
		Draft ahead = this.waiting.remove(sourceId);
		return (ahead != null) ? settle(ahead) : this.settled.get(sourceId);
	}

	/**
	 * A comment on its way in.
	 *
	 * @param sourceId what it is called elsewhere
	 * @param comment as it is to be kept
	 */
	record Arrival(String sourceId, Comment comment) {
	}

	/**
	 * A comment that has no place yet.
	 *
	 * @param item as it came
	 * @param wording what it says, cleaned
	 */
	private record Draft(ImportedComment item, Wording wording) {
	}

}
