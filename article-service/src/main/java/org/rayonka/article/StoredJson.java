package org.rayonka.article;

import java.util.List;

import io.r2dbc.postgresql.codec.Json;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of what lies in a {@code jsonb} column; apart from the web's, so that a change
 * there cannot make old rows unreadable.
 */
public final class StoredJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private StoredJson() {
	}

	/**
	 * Writes a value for a column.
	 * @param value a record or a list of records
	 * @return what the driver takes
	 */
	public static Json write(Object value) {
		return Json.of(JSON.writeValueAsString(value));
	}

	/**
	 * Reads a column.
	 * @param <T> the record's type
	 * @param json what the driver gave
	 * @param type the record's type
	 * @return the value
	 */
	public static <T> T read(Json json, Class<T> type) {
		return JSON.readValue(json.asString(), type);
	}

	/**
	 * Reads a column that holds a list.
	 * @param <T> the type of its items
	 * @param json what the driver gave
	 * @param type the type of its items
	 * @return the items
	 */
	public static <T> List<T> readList(Json json, Class<T> type) {
		return JSON.readerForListOf(type).readValue(json.asString());
	}

}
