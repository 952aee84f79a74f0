package org.rayonka.comment.rules;

import java.util.regex.Pattern;

import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Rule;
import org.rayonka.comment.thread.Verdict;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Advertising is known by its links. Who is trusted may show twice as many.
 */
@Component
@Order(200)
class Links implements Rule {

	private static final String DOMAINS = "(?:ru|su|com|net|org|info|biz|name|pro|tel|mobi|io|me|cc|tv|ly|gl|gg|co|by|kz|"
			+ "ua|uz|am|ge|ee|lv|lt|de|uk|eu|us|fr|it|es|pl|cz|cn|jp|in|xyz|top|site|online|shop|store|club|app|dev|"
			+ "link|click|live|life|news|icu|vip|space|website|fun|tech|blog|bet|casino|tk|ml|ga|cf|gq|рф|рус|москва|"
			+ "онлайн|сайт|дети|орг|ком|xn--[a-z0-9-]{1,59})";

	private static final Pattern HIDDEN_DOT = pattern(
			"\\s{0,3}[\\[({<]\\s{0,3}(?:\\.|dot|точка)\\s{0,3}[\\])}>]\\s{0,3}|\\s{1,3}(?:dot|точка)\\s{1,3}(?="
					+ DOMAINS + "\\b)");

	private static final Pattern LINK = pattern(
			"(?:(?:https?|hxxps?|ftp)://|www\\.)(?:(?!https?://)[^\\s<>\"«»(),;])++|(?<![\\p{L}\\p{N}@.-])"
					+ "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}" + DOMAINS
					+ "(?![\\p{L}\\p{N}-])(?:[/?#:][^\\s<>\"«»(),;]*)?");

	private final Levels levels;

	Links(Levels levels) {
		this.levels = levels;
	}

	@Override
	public Mono<Verdict> judge(Draft draft) {
		long links = count(draft.wording().text());
		int most = draft.discussion().rules().maxLinks();
		return (links <= most) ? Mono.just(Verdict.PASS)
				: this.levels.of(draft).map((author) -> judge(links, most, author));
	}

	static Verdict judge(long links, int most, Level author) {
		return (links <= ((author == Level.TRUSTED) ? 2L * most : most)) ? Verdict.PASS
				: new Verdict.Hold(new Finding("links", "%d links".formatted(links)));
	}

	/** How many links a text has, also such as hide their dots. */
	static long count(String text) {
		return LINK.matcher(HIDDEN_DOT.matcher(text).replaceAll(".")).results().count();
	}

	private static Pattern pattern(String regex) {
		return Pattern.compile(regex,
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
	}

}
