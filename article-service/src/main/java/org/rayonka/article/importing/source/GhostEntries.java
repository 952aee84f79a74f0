package org.rayonka.article.importing.source;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a Ghost export tells: of all its tables those of posts, tags and users are read,
 * row by row.
 */
final class GhostEntries implements Entries {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final StrictText text;

	private final JsonParser parser;

	/** The table whose rows are being read, empty between tables. */
	private String table = "";

	private boolean seen;

	GhostEntries(StrictText text) {
		this.text = text;
		this.parser = JSON.createParser(text);
	}

	@Override
	public @Nullable Entry next() throws IOException {
		try {
			while (true) {
				JsonToken token = this.parser.nextToken();
				if (token == null) {
					return end();
				}
				Entry entry = entry(token);
				if (entry != null) {
					return entry;
				}
			}
		}
		catch (JacksonException ex) {
			throw new UnreadableFileException(line(), String.valueOf(ex.getOriginalMessage()));
		}
	}

	private @Nullable Entry entry(JsonToken token) {
		if (!this.table.isEmpty()) {
			return row(token);
		}
		if (token == JsonToken.PROPERTY_NAME) {
			property(String.valueOf(this.parser.currentName()));
		}
		return null;
	}

	/**
	 * Into {@code db}, a list of one, and its {@code data}; by other ways there are no
	 * tables.
	 */
	private void property(String name) {
		JsonToken value = this.parser.nextToken();
		boolean within = name.equals("db") || name.equals("data");
		if (GhostRow.TABLES.contains(name) && value == JsonToken.START_ARRAY) {
			this.table = name;
			this.seen = true;
		}
		else if (!within) {
			this.parser.skipChildren();
		}
	}

	private @Nullable Entry row(JsonToken token) {
		if (token == JsonToken.END_ARRAY) {
			this.table = "";
			return null;
		}
		long line = line();
		JsonNode row = this.parser.readValueAsTree();
		return new GhostRow(line, row).entry(this.table);
	}

	private @Nullable Entry end() {
		if (!this.seen) {
			throw new UnreadableFileException(line(), "JSON, but no export of Ghost: it has no table of posts");
		}
		return null;
	}

	private long line() {
		return Math.max(1, this.parser.currentLocation().getLineNr());
	}

	@Override
	public Format format() {
		return Format.GHOST;
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
