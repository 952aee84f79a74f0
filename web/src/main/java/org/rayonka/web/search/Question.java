package org.rayonka.web.search;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.page.Visit;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the form asks, as it stands in the address.
 *
 * @param words as typed, empty when nothing is asked yet
 * @param edition slug, null for the whole network
 * @param from a date, null for any
 * @param to a date, null for any
 * @param cursor where the page before ended
 */
public record Question(String words, @Nullable String edition, @Nullable String from, @Nullable String to,
		@Nullable String cursor) {

	static final String PATH = "/search";

	static Question of(Visit visit) {
		String words = visit.asked("q");
		return new Question((words != null) ? words.strip() : "", visit.asked("edition"), visit.asked("from"),
				visit.asked("to"), visit.asked("cursor"));
	}

	/**
	 * Whether the form narrows the search down.
	 * @return false when it looks everywhere
	 */
	public boolean narrow() {
		return this.edition != null || this.from != null || this.to != null;
	}

	/**
	 * The same question to the whole network and to all dates.
	 * @return its address
	 */
	public String everywhere() {
		return new Question(this.words, null, null, null, null).address();
	}

	/**
	 * The page after this one.
	 * @param next its cursor
	 * @return its address
	 */
	public String after(String next) {
		return new Question(this.words, this.edition, this.from, this.to, next).address();
	}

	/**
	 * The first page.
	 * @return its address
	 */
	public String first() {
		return new Question(this.words, this.edition, this.from, this.to, null).address();
	}

	private String address() {
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath(PATH);
		Map<String, String> values = new HashMap<>();
		add(uri, values, "q", this.words);
		add(uri, values, "edition", this.edition);
		add(uri, values, "from", this.from);
		add(uri, values, "to", this.to);
		add(uri, values, "cursor", this.cursor);
		return uri.encode().buildAndExpand(values).toUriString();
	}

	private static void add(UriComponentsBuilder uri, Map<String, String> values, String name, @Nullable String value) {
		if (value != null) {
			uri.queryParam(name, "{" + name + "}");
			values.put(name, value);
		}
	}

}
