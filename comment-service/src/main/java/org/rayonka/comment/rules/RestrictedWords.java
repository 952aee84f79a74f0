package org.rayonka.comment.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Rule;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Words that no edition wants to read, and those that this one does not, in whatever
 * disguise; in the name as in the text.
 */
@Component
@Order(300)
class RestrictedWords implements Rule {

	private static final WordList EVERYWHERE = read("restricted-words.txt");

	private final EditionWords editions;

	RestrictedWords(EditionWords editions) {
		this.editions = editions;
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		return this.editions.of(draft.discussion().edition())
			.map((here) -> judge(draft.wording().name() + "\n" + draft.wording().text(), here));
	}

	static Verdict judge(String said, WordList here) {
		Optional<String> found = EVERYWHERE.find(said).or(() -> here.find(said));
		return found.<Verdict>map((word) -> new Verdict.Withhold(new Finding("restricted-words", "«" + word + "»")))
			.orElse(Verdict.PASS);
	}

	private static WordList read(String resource) {
		try {
			String content = new ClassPathResource(resource, RestrictedWords.class)
				.getContentAsString(StandardCharsets.UTF_8);
			return new WordList(content.lines()
				.map((line) -> line.replaceAll("#.*", ""))
				.flatMap((line) -> Stream.of(line.split("\\s+")))
				.filter((entry) -> !entry.isEmpty())
				.toList());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
