package org.rayonka.article.importing.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.importing.source.SourcePost.Form;
import org.rayonka.article.importing.source.SourcePost.Labels;
import org.rayonka.article.importing.source.SourcePost.Talk;
import tools.jackson.databind.JsonNode;

/**
 * A row of one of the tables that a Ghost export consists of.
 *
 * @param line where it begins
 * @param json the row
 */
record GhostRow(long line, JsonNode json) {

	/** The tables that tell something of articles. */
	static final Set<String> TABLES = Set.of("posts", "tags", "posts_tags", "users", "posts_authors");

	@Nullable Entry entry(String table) {
		return switch (table) {
			case "posts" -> post();
			case "tags" -> new Entry.Label(text("id"), new Term(text("slug"), text("name")));
			case "users" -> new Entry.Author(text("id"), text("name"));
			case "posts_tags" -> new Entry.Bond(text("post_id"), true, text("tag_id"), order());
			case "posts_authors" -> new Entry.Bond(text("post_id"), false, text("author_id"), order());
			default -> null;
		};
	}

	private Entry post() {
		String type = text("type");
		String page = text("page");
		if (type.equals("page") || page.equals("1") || page.equals("true")) {
			return new Entry.Passed(this.line, text("title"), "a page is not an article");
		}
		if (text("id").isEmpty()) {
			return new Entry.Passed(this.line, text("title"), "a post without an id");
		}
		boolean everybody = Set.of("", "public").contains(text("visibility"));
		boolean published = everybody && Set.of("published", "sent").contains(text("status"));
		return new Entry.Post(new SourcePost(this.line, id(), form(), published, text("title"), body(),
				text("custom_excerpt"), text("slug"), SourceDate.of(text("published_at"), text("created_at")),
				new Labels(authors(), List.of(), List.of()), text("feature_image"), addresses(), Talk.SILENT));
	}

	/** The number alone is what other rows refer to. */
	private String id() {
		return "ghost " + text("id");
	}

	private List<String> authors() {
		return Stream.of(text("author_id")).filter((key) -> !key.isEmpty()).toList();
	}

	private List<String> addresses() {
		return text("slug").isEmpty() ? List.of() : List.of("/" + text("slug") + "/");
	}

	private Form form() {
		return text("html").isEmpty() ? Form.TEXT : Form.HTML;
	}

	/** Posts that were never rendered have their plain text alone. */
	private String body() {
		return text("html").isEmpty() ? text("plaintext") : text("html");
	}

	private int order() {
		return this.json.path("sort_order").asInt(0);
	}

	private String text(String name) {
		return this.json.path(name).isValueNode() && !this.json.path(name).isNull()
				? this.json.path(name).asString("").strip() : "";
	}

}
