package org.rayonka.article.search;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.r2dbc.spi.Readable;
import org.jsoup.parser.Parser;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * Shows where in an article the words of a search stand. Only the articles of one page
 * are read for it, since it costs more than all the rest of a search.
 */
@Repository
class Excerpts {

	/** Not to be found in a text: control characters are refused when it is written. */
	private static final String BEGIN = "\u0002";

	private static final String END = "\u0003";

	private static final Pattern BOUNDARY = Pattern.compile("(?<=[\u0002\u0003])|(?=[\u0002\u0003])");

	private static final String SELECT = """
			select a.id, ts_headline('russian', a.standfirst || ' '
				|| regexp_replace(left(b.html, 20000), '<[^>]*(>|$)', ' ', 'g'), cast(:query as tsquery),
				'StartSel=' || chr(2) || ',StopSel=' || chr(3)
				|| ',MaxFragments=2,MinWords=8,MaxWords=24,FragmentDelimiter=" … "') as excerpt
			from article a join article_body b on b.article_id = a.id where a.id = any(:ids)
			""";

	private final DatabaseClient database;

	Excerpts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Excerpts in HTML that has no other element than {@code mark}.
	 * @param ids the articles
	 * @param query what was searched
	 * @return by article
	 */
	Mono<Map<UUID, String>> of(Collection<UUID> ids, String query) {
		return this.database.sql(SELECT)
			.bind("query", query)
			.bind("ids", ids.toArray(UUID[]::new))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("id", UUID.class)), excerpt(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private static String excerpt(Readable row) {
		return marked(Objects.requireNonNull(row.get("excerpt", String.class)));
	}

	/** What is escaped in the body is plain text for a moment, and is escaped again. */
	static String marked(String headline) {
		return BOUNDARY.splitAsStream(headline.strip().replaceAll("\\s+", " ")).map((piece) -> switch (piece) {
			case BEGIN -> "<mark>";
			case END -> "</mark>";
			default -> HtmlUtils.htmlEscape(Parser.unescapeEntities(piece, false), "UTF-8");
		}).collect(Collectors.joining());
	}

}
