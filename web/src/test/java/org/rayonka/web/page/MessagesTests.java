package org.rayonka.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the words of the interface.
 */
class MessagesTests {

	private static final Pattern KEY = Pattern.compile("t(?:\\(\\))?\\.(?:text|count)\\(\"([a-z0-9.-]+[a-z0-9])\"[,)]");

	private final Messages russian = Language.RU.messages();

	@ParameterizedTest
	@CsvSource({ "0, просмотров", "1, просмотр", "2, просмотра", "4, просмотра", "5, просмотров", "11, просмотров",
			"12, просмотров", "21, просмотр", "104, просмотра", "111, просмотров", "1001, просмотр",
			"1387, просмотров" })
	void agreesNounsWithNumbersInRussian(long number, String noun) {
		assertThat(this.russian.noun("count.views", number)).isEqualTo(noun);
	}

	@Test
	void agreesNounsWithNumbersInEnglish() {
		assertThat(Language.EN.messages().count("count.views", 1L)).isEqualTo("1\u00a0view");
		assertThat(Language.EN.messages().count("count.views", 21_387L)).isEqualTo("21,387\u00a0views");
	}

	@Test
	void showsADashForWhatIsNotKnown() {
		assertThat(this.russian.count("count.views", null)).isEqualTo("–\u00a0просмотров");
		assertThat(this.russian.number(0L)).isEqualTo("0");
	}

	@Test
	void datesByTheZoneOfTheEdition() {
		Instant newYear = Instant.parse("2026-12-31T18:30:00Z");
		assertThat(this.russian.moment(newYear, ZoneId.of("Asia/Barnaul"))).isEqualTo("1 января 2027, 01:30");
		assertThat(this.russian.moment(newYear, ZoneId.of("Europe/Moscow"))).isEqualTo("31 декабря 2026, 21:30");
		assertThat(this.russian.day(newYear, ZoneId.of("Europe/Moscow"))).isEqualTo("четверг, 31 декабря 2026");
	}

	@ParameterizedTest
	@CsvSource({ "'ru-RU,ru;q=0.9,en;q=0.8', RU", "'en-US,en;q=0.9', EN", "'de,en;q=0.5', EN", "'de', RU", "'*', RU",
			"'', RU", "';;;q=x', RU" })
	void understandsWhichLanguageIsPreferred(String header, Language language) {
		assertThat(Language.preferred(header)).isEqualTo(language);
	}

	@Test
	void saysEverythingInBothLanguages() {
		assertThat(keys("en")).isEqualTo(keys("ru"));
	}

	@Test
	void hasAllWordsThatTemplatesUse() throws IOException {
		Set<String> used = new TreeSet<>();
		try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
			for (Path template : templates.filter(Files::isRegularFile).toList()) {
				KEY.matcher(Files.readString(template))
					.results()
					.map((MatchResult found) -> found.group(1))
					.forEach(used::add);
			}
		}
		Set<String> known = keys("ru");
		List<String> missing = used.stream()
			.filter((key) -> !known.contains(key) && !known.contains(key + ".one"))
			.toList();
		assertThat(used).hasSizeGreaterThan(50);
		assertThat(missing).isEmpty();
	}

	private static Set<String> keys(String tag) {
		return new TreeSet<>(ResourceBundle.getBundle("messages.web", Locale.of(tag)).keySet());
	}

}
