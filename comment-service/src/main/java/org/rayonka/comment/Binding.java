package org.rayonka.comment;

import io.r2dbc.spi.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Lets a statement take a value that may be missing.
 */
public final class Binding {

	private Binding() {
	}

	/**
	 * What to bind.
	 * @param value the value, or null
	 * @param type its type, which the database wants to know of a null too
	 * @return the value, or a null of this type
	 */
	public static Object nullable(@Nullable Object value, Class<?> type) {
		if (value != null) {
			return value;
		}
		return Parameters.in(type);
	}

}
