package org.rayonka.gateway.edgecache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The fetching of one answer, by the first who wanted it, on behalf of all who want it
 * meanwhile.
 */
final class Flight {

	private final List<Consumer<End>> waiting = new ArrayList<>();

	private @Nullable End end;

	void ends(End how) {
		calledBack(how).forEach((one) -> one.accept(how));
	}

	/** Calls back once, on whichever thread ends it, or at once when it is over. */
	void whenEnded(Consumer<End> one) {
		End how = endOrWait(one);
		if (how != null) {
			one.accept(how);
		}
	}

	private synchronized List<Consumer<End>> calledBack(End how) {
		if (this.end != null) {
			return List.of();
		}
		this.end = how;
		return List.copyOf(this.waiting);
	}

	private synchronized @Nullable End endOrWait(Consumer<End> one) {
		if (this.end == null) {
			this.waiting.add(one);
		}
		return this.end;
	}

	/**
	 * How it may end.
	 */
	enum End {

		/** The answer is kept: who waited finds it. */
		KEPT,

		/** The answer is for its client alone: who waited has to ask for his own. */
		NOT_SHARED,

		/** There was no good answer: who waited takes an older one. */
		FAILED,

		/** There was no answer, since the client went away: another may try. */
		ABANDONED

	}

}
