package org.rayonka.article.search;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the words that were meant where those that were typed were never published.
 */
@Component
class Spelling {

	private static final int SHORT = 4;

	private static final int LONG = 8;

	private final Dictionary dictionary;

	Spelling(Dictionary dictionary) {
		this.dictionary = dictionary;
	}

	/**
	 * Puts known words in the place of unknown ones.
	 * @param words as typed
	 * @param query what they stand for
	 * @return other words, empty when all are known already or nothing is like one of
	 * them
	 */
	Mono<Words> meant(Words words, Query query) {
		List<Integer> unknown = query.terms().stream().filter((term) -> !term.known()).map(Query.Term::place).toList();
		return Flux.fromIterable(unknown)
			.concatMap((place) -> nearest(words.list().get(place)).map((word) -> new Correction(place, word)))
			.collectList()
			.filter((corrections) -> !unknown.isEmpty() && corrections.size() == unknown.size())
			.map((corrections) -> corrected(words, corrections));
	}

	private static Words corrected(Words words, List<Correction> corrections) {
		Words corrected = words;
		for (Correction correction : corrections) {
			corrected = corrected.with(correction.place(), correction.word());
		}
		return corrected;
	}

	private Mono<String> nearest(String typed) {
		if (typed.length() < SHORT) {
			return Mono.empty();
		}
		return this.dictionary.like(typed)
			.map((word) -> new Candidate(word, TypingErrors.between(typed, word)))
			.filter((candidate) -> candidate.errors() <= ((typed.length() < LONG) ? 1 : 2))
			.collectList()
			.flatMap((candidates) -> Mono
				.justOrEmpty(candidates.stream().min(Comparator.comparingInt(Candidate::errors)).map(Candidate::word)));
	}

	private record Candidate(String word, int errors) {
	}

	private record Correction(int place, String word) {
	}

}
