package org.rayonka.web.page;

import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a page that another service tells; the page is shown without it when that
 * service is away.
 *
 * @param value null when the service is away and nothing is known
 * @param fresh false when the value is only the last known one
 * @param <T> type of the value
 */
public record Part<T>(@Nullable T value, boolean fresh) {

	/**
	 * A part whose service is away.
	 * @param <T> type of the value
	 * @return without a value
	 */
	public static <T> Part<T> away() {
		return new Part<>(null, false);
	}

	/**
	 * A part just told.
	 * @param value what the service said
	 * @param <T> type of the value
	 * @return with the value
	 */
	public static <T> Part<T> of(T value) {
		return new Part<>(value, true);
	}

	/**
	 * Whether there is something to show.
	 * @return false when the service is away and nothing is known
	 */
	public boolean known() {
		return this.value != null;
	}

	/**
	 * What there is to show.
	 * @return the value of a known part
	 */
	public T get() {
		return Objects.requireNonNull(this.value);
	}

	/**
	 * The same of another value.
	 * @param change applied to a known value
	 * @param <R> type of the other value
	 * @return as known and as fresh as this
	 */
	public <R> Part<R> map(Function<T, R> change) {
		return (this.value != null) ? new Part<>(change.apply(this.value), this.fresh) : away();
	}

}
