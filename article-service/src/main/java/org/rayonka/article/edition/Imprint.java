package org.rayonka.article.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the law asks a newspaper to say of itself beside its name.
 *
 * @param founder who founded it
 * @param editorInChief who answers for it
 * @param address of the newsroom
 * @param phone of the newsroom
 * @param email of the newsroom
 * @param registration number and body of its registration
 */
public record Imprint(@Nullable String founder, @Nullable String editorInChief, @Nullable String address,
		@Nullable String phone, @Nullable String email, @Nullable String registration) {

	/**
	 * What has to be filled in before anything is published.
	 * @return the names of the empty fields, none when the imprint is complete
	 */
	public List<String> missing() {
		Map<String, @Nullable String> fields = new LinkedHashMap<>();
		fields.put("founder", founder);
		fields.put("editorInChief", editorInChief);
		fields.put("address", address);
		fields.put("phone", phone);
		fields.put("email", email);
		fields.put("registration", registration);
		return fields.entrySet().stream().filter((field) -> isEmpty(field.getValue())).map(Map.Entry::getKey).toList();
	}

	private static boolean isEmpty(@Nullable String value) {
		return value == null || value.isBlank();
	}

}
