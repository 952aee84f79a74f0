package org.rayonka.engagement.recount;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a recount stands.
 *
 * @param mode what it is for
 * @param state running, done or failed
 * @param failure why it failed
 * @param startedAt when it began
 * @param phase what is being done
 * @param done how many records of the log have been counted anew
 * @param of how many there were when it began
 * @param articles how many were compared in Redis
 * @param differences how many numbers were not what they should be
 * @param found the first of those
 * @param before what beacons had been taken for
 * @param after what they are taken for by today's rules
 * @param changed articles whose number of views is another by them
 * @param largest of those changes
 * @param unjudged records that do not say what was judged, so that their verdict stands
 */
record Report(String mode, State state, @Nullable String failure, Instant startedAt, String phase, long done, long of,
		long articles, long differences, List<Difference> found, Verdicts before, Verdicts after, long changed,
		List<Change> largest, long unjudged) {

	/**
	 * Whether it goes on.
	 */
	enum State {

		/** It works. */
		RUNNING,

		/** It came to its end. */
		DONE,

		/** It could not go on. */
		FAILED

	}

	/**
	 * What an article's number of views was and would be.
	 *
	 * @param article whose
	 * @param before as held
	 * @param after as counted anew
	 */
	record Change(UUID article, long before, long after) {

		long size() {
			return Math.abs(this.after - this.before);
		}

	}

}
