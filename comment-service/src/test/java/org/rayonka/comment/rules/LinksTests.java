package org.rayonka.comment.rules;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.comment.thread.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * What counts as a link.
 */
class LinksTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://example.com/a?b=c#d                       | 1
			HTTP://EXAMPLE.COM                                | 1
			см. www.example.com и example.ru/page             | 2
			заходите: казино.рф, xn--80aswg.xn--p1ai!         | 2
			https://a.example.com,https://b.example.com       | 2
			https://a.example.comhttps://b.example.com        | 2
			example [.] com                                   | 1
			example(точка)ру? нет, example (dot) ru           | 1
			example точка рф                                  | 1
			hxxp://example.com                                | 1
			t.me/joinchat/abc                                 | 1
			пишите на redaktsiya@example.ru                   | 0
			Мост открыли.Ура! т.е. с 1.5 до 2.0, readme.md    | 0
			Поставили точку. И точка.                         | 0
			""")
	void isCountedInWhateverForm(String text, int links) {
		assertThat(Links.count(text)).isEqualTo(links);
	}

	@Test
	void isLookedAtWhenThereAreMoreThanTheEditionWants() {
		assertThat(Links.judge(2, 2, Level.MEMBER)).isEqualTo(Verdict.PASS);
		assertThat(Links.judge(3, 2, Level.MEMBER)).isInstanceOf(Verdict.Hold.class);
	}

	@Test
	void isAllowedTwiceAsOftenToWhoIsTrusted() {
		assertThat(Links.judge(4, 2, Level.TRUSTED)).isEqualTo(Verdict.PASS);
		assertThat(Links.judge(5, 2, Level.TRUSTED)).isInstanceOf(Verdict.Hold.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "a", "a.", "-", "a-", "http://", "[ ", "а ", "www." })
	void isSearchedForInNoTime(String piece) {
		String text = piece.repeat(5000 / piece.length());
		assertTimeoutPreemptively(Duration.ofSeconds(2),
				() -> assertThatNoException().isThrownBy(() -> Links.count(text)));
	}

}
