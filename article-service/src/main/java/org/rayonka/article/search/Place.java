package org.rayonka.article.search;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.paging.Cursor;
import org.rayonka.article.paging.Page;
import org.rayonka.article.search.Match.Block;

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
	 * @param block keeps its ends, whatever is put between them later
	 * @param rank of the last one seen
	 * @param last the last one seen
	 */
	record Rest(Block block, float rank, Moment last) {
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
		boolean meant = flag(keys.get(0));
		Moment newest = Moment.read(keys.get(1), keys.get(2));
		if (keys.size() == 3) {
			return new Place(meant, newest, null);
		}
		Block block = new Block(newest, Moment.read(keys.get(3), keys.get(4)), flag(keys.get(5)));
		return new Place(meant, newest,
				new Rest(block, Float.parseFloat(keys.get(6)), Moment.read(keys.get(7), keys.get(8))));
	}

	private static boolean flag(String key) {
		return key.equals("1");
	}

	private String cursor() {
		List<Object> keys = new ArrayList<>(List.of(this.meant ? 1 : 0));
		keys.addAll(this.newest.keys());
		if (this.rest != null) {
			keys.addAll(this.rest.block().oldest().keys());
			keys.add(this.rest.block().more() ? 1 : 0);
			keys.add(this.rest.rank());
			keys.addAll(this.rest.last().keys());
		}
		return Cursor.of(KIND, keys.toArray()).text();
	}

	Place ofMeant() {
		return new Place(true, this.newest, this.rest);
	}

	/**
	 * Cuts a page out of the matches from this place on.
	 * @param matches at most {@code limit + 1}
	 */
	Page<Match> page(List<Match> matches, int limit) {
		if (matches.size() <= limit) {
			return new Page<>(matches, nextBlock(matches));
		}
		Match last = matches.get(limit - 1);
		Block block = block(last);
		Rest left = new Rest(block, last.rank(), last.moment());
		return new Page<>(matches.subList(0, limit), new Place(this.meant, block.newest(), left).cursor());
	}

	/** All that was left of a block may have been withdrawn. */
	private @Nullable String nextBlock(List<Match> matches) {
		if (matches.isEmpty() && this.rest == null) {
			return null;
		}
		Block block = (this.rest != null) ? this.rest.block() : matches.getFirst().block();
		return block.more() ? new Place(this.meant, block.oldest().before(), null).cursor() : null;
	}

	private Block block(Match match) {
		return (this.rest != null) ? this.rest.block() : match.block();
	}

}
