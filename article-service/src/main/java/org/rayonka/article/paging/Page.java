package org.rayonka.article.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param <T> what is listed
 * @param items in the list's order
 * @param next the cursor of the rest, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

	/**
	 * Cuts a page out of rows of which one more was read than a page holds.
	 * @param <T> what is listed
	 * @param rows at most {@code limit + 1}
	 * @param limit how many make a page
	 * @param place the place of an item in the list
	 * @return the page
	 */
	public static <T> Page<T> cut(List<T> rows, int limit, Function<T, Cursor> place) {
		if (rows.size() <= limit) {
			return new Page<>(rows, null);
		}
		List<T> items = rows.subList(0, limit);
		return new Page<>(items, place.apply(items.getLast()).text());
	}

	/**
	 * The same page in another form.
	 * @param <R> the other form
	 * @param form makes it
	 * @return the page
	 */
	public <R> Page<R> map(Function<T, R> form) {
		return new Page<>(items.stream().map(form).toList(), next);
	}

}
