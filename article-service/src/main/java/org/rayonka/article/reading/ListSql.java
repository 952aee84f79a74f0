package org.rayonka.article.reading;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes the query of a list so that one index gives the rows in their order: that of the
 * narrowest table, in which stands what is asked for, or of the articles themselves. A
 * condition is in the query only when it is asked for. Values are always bound, never
 * written.
 */
final class ListSql {

	private final StringBuilder conditions = new StringBuilder("a.status = 'published'");

	private final Map<String, Object> values = new LinkedHashMap<>();

	private final Filter filter;

	private ListSql(Filter filter) {
		this.filter = filter;
		where("k.tag = :tag", "tag", filter.tag());
		where(author(), "author", filter.author());
		where(placement("edition"), "edition", filter.edition());
		where(placement("rubric"), "rubric", filter.rubric());
		if (filter.video() != null) {
			this.conditions.append(filter.video() ? " and a.video" : " and not a.video");
		}
		where(date() + " >= :from", "from", filter.period().from());
		where(date() + " <= :to", "to", filter.period().to());
	}

	static ListSql newest(Filter filter, @Nullable Place after) {
		ListSql sql = new ListSql(filter);
		if (after != null) {
			sql.where("(" + sql.order() + ") < (:publishedAt, :id)", "publishedAt", after.publishedAt());
			sql.values.put("id", after.id());
		}
		return sql;
	}

	private void where(String condition, String name, @Nullable Object value) {
		if (value != null) {
			this.conditions.append(" and ").append(condition);
			this.values.put(name, value);
		}
	}

	/** The table whose order the list has, empty for the articles themselves. */
	private String key() {
		if (this.filter.tag() != null) {
			return "article_tag";
		}
		if (this.filter.author() != null) {
			return "article_author";
		}
		return placed() ? "article_placement" : "";
	}

	private boolean placed() {
		return this.filter.edition() != null || this.filter.rubric() != null;
	}

	private String author() {
		return key().equals("article_author") ? "k.author = :author"
				: "exists (select from article_author w where w.article_id = a.id and w.author = :author)";
	}

	/** A tag stands once for each edition; elsewhere the two must be of one placement. */
	private String placement(String column) {
		String condition = column + " = :" + column;
		if (key().equals("article_placement") || (key().equals("article_tag") && column.equals("edition"))) {
			return "k." + condition;
		}
		boolean both = column.equals("rubric") && this.filter.edition() != null;
		return "exists (select from article_placement p where p.article_id = a.id and p." + condition
				+ (both ? " and p.edition = :edition)" : ")");
	}

	private String date() {
		return key().isEmpty() ? "a.published_at" : "k.published_at";
	}

	private String order() {
		return key().isEmpty() ? "a.published_at, a.id" : "k.published_at, k.article_id";
	}

	private String from() {
		return key().isEmpty() ? "article a" : key() + " k join article a on a.id = k.article_id";
	}

	/** Only one edition's list has each article once by itself. */
	private String once() {
		return (key().isEmpty() || key().equals("article_author") || this.filter.edition() != null) ? ""
				: "distinct on (" + order() + ") ";
	}

	String text() {
		return "select " + once() + PublicArticle.COLUMNS + " from " + from() + " " + PublicArticle.WITH_COUNTS
				+ " where " + this.conditions + " order by " + order().replace(",", " desc,") + " desc limit :limit";
	}

	Map<String, Object> values() {
		return this.values;
	}

}
