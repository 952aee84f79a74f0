package org.rayonka.article.search;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.paging.Cursor;

/**
 * Where somebody stands in the results of a search. They are ranked block by block (see
 * {@link Matches}); a cursor holds the ends of its block, so that what is published
 * meanwhile moves nothing.
 *
 * @param meant whether the results are those of the words that were meant
 * @param newest the block's newest match
 * @param rest the rest of a block that was begun, null for a whole block
 */
record Place(boolean meant, Moment newest, @Nullable Rest rest) {

	private static final String KIND = "best";

	/**
	 * What is left of a block.
	 *
	 * @param oldest the block's oldest match
	 * @param rank of the last one seen
	 * @param last the last one seen
	 */
	record Rest(Moment oldest, float rank, Moment last) {
	}

	static Place start() {
		return new Place(false, Moment.LAST, null);
	}

	boolean isStart() {
		return this.newest.equals(Moment.LAST);
	}

	static Place read(@Nullable String cursor) {
		return (cursor == null) ? start() : Cursor.read(cursor, KIND, Place::of);
	}

	private static Place of(List<String> keys) {
		boolean meant = keys.get(0).equals("1");
		Moment newest = Moment.read(keys.get(1), keys.get(2));
		if (keys.size() == 3) {
			return new Place(meant, newest, null);
		}
		float rank = Float.parseFloat(keys.get(5));
		return new Place(meant, newest,
				new Rest(Moment.read(keys.get(3), keys.get(4)), rank, Moment.read(keys.get(6), keys.get(7))));
	}

	String cursor() {
		List<Object> keys = new ArrayList<>(List.of(this.meant ? 1 : 0));
		keys.addAll(List.of(this.newest.keys()));
		if (this.rest != null) {
			keys.addAll(List.of(this.rest.oldest().keys()));
			keys.add(this.rest.rank());
			keys.addAll(List.of(this.rest.last().keys()));
		}
		return Cursor.of(KIND, keys.toArray()).text();
	}

	Place ofMeant() {
		return new Place(true, this.newest, this.rest);
	}

}
