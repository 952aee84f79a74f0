package org.rayonka.web.memory;

import java.util.function.Function;

/**
 * A value with what is known of its age.
 *
 * @param value what the service said
 * @param fresh false when the service is away and this is its last known word
 * @param <V> type of the value
 */
public record Recalled<V>(V value, boolean fresh) {

	/**
	 * The same, of another value.
	 * @param change applied to the value
	 * @param <R> type of the other value
	 * @return the changed value, as fresh as this
	 */
	public <R> Recalled<R> map(Function<V, R> change) {
		return new Recalled<>(change.apply(this.value), this.fresh);
	}

}
