package org.rayonka.article.search;

import java.util.List;
import java.util.Objects;

import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every word that was ever published: gives typed words the form of the index, and finds
 * those that begin like one or are written like one.
 */
@Repository
class Dictionary {

	private static final int SHORTEST_BEGINNING = 3;

	private static final String LEXEMES = """
			select typed.place, lexeme.lexemes, exists (select from article_word where lexeme = any(lexeme.lexemes)) as known
			from unnest(cast(:words as text[])) with ordinality as typed (word, place)
			cross join lateral (select tsvector_to_array(to_tsvector('russian', typed.word)) as lexemes) lexeme
			where lexeme.lexemes <> '{}' order by typed.place
			""";

	/** The shortest are nearest to what is being typed; the number bounds the query. */
	private static final String BEGUN = """
			select distinct lexeme from (select lexeme from article_word
				where word >= :beginning and word < :beginning || chr(1114111)
				order by length(word), word limit 48) as shortest
			""";

	private final DatabaseClient database;

	Dictionary(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The query that words stand for; the last word may be the beginning of others.
	 * @param words as typed
	 * @return the query, without terms when none of the words has a meaning
	 */
	Mono<Query> query(Words words) {
		return this.database.sql(LEXEMES)
			.bind("words", words.list().toArray(String[]::new))
			.map(Dictionary::term)
			.all()
			.collectList()
			.map(Query::new)
			.flatMap((query) -> mayGoOn(query, words) ? begunWith(words.last()).map(query::orBegunWith)
					: Mono.just(query));
	}

	private static Query.Term term(Readable row) {
		return new Query.Term(Objects.requireNonNull(row.get("place", Integer.class)) - 1,
				List.of(Objects.requireNonNull(row.get("lexemes", String[].class))),
				Objects.requireNonNull(row.get("known", Boolean.class)));
	}

	private static boolean mayGoOn(Query query, Words words) {
		return words.last().length() >= SHORTEST_BEGINNING && !query.terms().isEmpty()
				&& query.terms().getLast().place() == words.list().size() - 1;
	}

	private Mono<List<String>> begunWith(String beginning) {
		return this.database.sql(BEGUN).bind("beginning", beginning).mapValue(String.class).all().collectList();
	}

	/**
	 * Words that are written much like one.
	 * @param word as typed
	 * @return the most alike first
	 */
	Flux<String> like(String word) {
		return this.database.sql("select word from words_like(:word)").bind("word", word).mapValue(String.class).all();
	}

}
