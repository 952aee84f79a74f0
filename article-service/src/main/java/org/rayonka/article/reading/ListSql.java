package org.rayonka.article.reading;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes the query of a list so that one index gives the rows in their order: a condition
 * stands in it only when it is asked for. Values are always bound, never written.
 */
final class ListSql {

	private final StringBuilder conditions = new StringBuilder("a.status = 'published'");

	private final Map<String, Object> values = new LinkedHashMap<>();

	private final Filter filter;

	private ListSql(Filter filter) {
		this.filter = filter;
		where("a.edition = :edition", "edition", filter.edition());
		where("a.rubric = :rubric", "rubric", filter.rubric());
		where("a.byline = :author", "author", filter.author());
		where("t.tag = :tag", "tag", filter.tag());
		if (filter.edition() != null && filter.tag() != null) {
			this.conditions.append(" and t.edition = :edition");
		}
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

	private String date() {
		return (this.filter.tag() != null) ? "t.published_at" : "a.published_at";
	}

	private String order() {
		return (this.filter.tag() != null) ? "t.published_at, t.article_id" : "a.published_at, a.id";
	}

	private String from() {
		return (this.filter.tag() != null) ? "article_tag t join article a on a.id = t.article_id" : "article a";
	}

	String text() {
		return "select " + PublicArticle.COLUMNS + " from " + from() + " " + PublicArticle.WITH_COUNTS + " where "
				+ this.conditions + " order by " + order().replace(",", " desc,") + " desc limit :limit";
	}

	Map<String, Object> values() {
		return this.values;
	}

}
