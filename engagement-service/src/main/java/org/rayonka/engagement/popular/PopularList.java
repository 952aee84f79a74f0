package org.rayonka.engagement.popular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;

/**
 * A list as readers get it.
 *
 * @param items best first
 * @param asOf the moment for which it stands
 */
record PopularList(List<Item> items, Instant asOf) {

	private static final MathContext PRECISION = new MathContext(4);

	PopularList first(int limit) {
		return (this.items.size() <= limit) ? this : new PopularList(this.items.subList(0, limit), this.asOf);
	}

	/**
	 * A place in the list.
	 *
	 * @param rank from 1
	 * @param article what to show
	 * @param value what it is ranked by: a number of views, likes or comments, or for
	 * trending a weight that says nothing but the order
	 */
	record Item(int rank, CardView article, Number value) {

		static Item of(int rank, CardView article, double value) {
			return new Item(rank, article,
					(value == Math.rint(value)) ? (Number) (long) value : BigDecimal.valueOf(value).round(PRECISION));
		}

	}

}
