package org.rayonka.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds the events against the golden files: the form in which they were ever sent.
 */
class EventJsonTests {

	private static final UUID ARTICLE = UUID.fromString("019a9b5e-7c00-7000-8000-000000000001");

	private static final UUID COMMENT = UUID.fromString("019a9b5e-7c00-7000-8000-000000000002");

	private static final Instant AT = Instant.parse("2026-11-22T09:30:15.250Z");

	private static final ArticleCard CARD = new ArticleCard("zarechye", "society",
			"/zarechye/2026/11/22/most-cherez-biyu-otkryli", "Мост через Бию открыли",
			"Первым проехал школьный автобус",
			new ArticleCard.Picture("/media/3f2a.jpg", 1200, 800, "Автобус на новом мосту"), true, "6+", AT, true);

	static List<Event> events() {
		return List.of(new ArticlePublished(ARTICLE, 1, AT, CARD), new ArticleCorrected(ARTICLE, 2, AT, CARD),
				new ArticleWithdrawn(ARTICLE, 3, AT, "zarechye"),
				new ViewRecorded(ARTICLE, AT, "zarechye", "pXk3Jw", ViewRecorded.Verdict.READER,
						new ViewRecorded.Client(
								"mozilla/5.0 (x11; linux x86_64; rv:140.0) gecko/20100101 firefox/140.0", false,
								false)),
				new CountsChanged(ARTICLE, 12, AT, 1387, 42), new CommentPublished(ARTICLE, COMMENT, 7, AT, 7),
				new CommentRemoved(ARTICLE, COMMENT, 8, AT, 6), new CommentEdited(ARTICLE, COMMENT, 10, AT, 6),
				new CommentsImported(ARTICLE, 9, AT, 106, List.of(new CommentsImported.Said(COMMENT, AT))),
				new OpeningRecorded(ARTICLE, AT, "zarechye", 51_387, 73),
				new EditionChanged("zarechye", 4, AT, Premoderation.EVERYBODY));
	}

	@ParameterizedTest
	@MethodSource("events")
	void writesWhatTheGoldenFileHolds(Event event) throws IOException {
		JsonMapper json = JsonMapper.shared();
		assertThat(json.readTree(EventJson.write(event))).isEqualTo(json.readTree(golden(event)));
	}

	@ParameterizedTest
	@MethodSource("events")
	void readsWhatTheGoldenFileHolds(Event event) throws IOException {
		assertThat(EventJson.read(golden(event))).isEqualTo(event);
	}

	@Test
	void coversEveryKindOfEvent() {
		assertThat(events()).map(Event::getClass)
			.containsExactlyInAnyOrderElementsOf(leaves(Event.class).filter((type) -> type != UnknownEvent.class)
				.map((type) -> type.<Event>asSubclass(Event.class))
				.toList());
	}

	@Test
	void passesOverUnknownFields() throws IOException {
		Event event = events().get(4);
		String newer = new String(golden(event), StandardCharsets.UTF_8).replaceFirst("\\{",
				"{\"mood\": {\"deep\": [1]},");
		assertThat(EventJson.read(newer.getBytes(StandardCharsets.UTF_8))).isEqualTo(event);
	}

	@Test
	void readsAnImportOfAReleaseThatDidNotTellWhatIsRecent() {
		String older = """
				{"type":"comments.imported","article":"%s","revision":9,"at":"%s","count":106}""".formatted(ARTICLE,
				AT);
		assertThat(EventJson.read(older.getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new CommentsImported(ARTICLE, 9, AT, 106, List.of()));
	}

	@Test
	void readsAViewOfAReleaseThatDidNotTellWhoSentIt() {
		String older = """
				{"type":"view.recorded","article":"%s","at":"%s","edition":"zarechye","visitor":"pXk3Jw",
				"verdict":"CRAWLER"}""".formatted(ARTICLE, AT);
		assertThat(EventJson.read(older.getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new ViewRecorded(ARTICLE, AT, "zarechye", "pXk3Jw", ViewRecorded.Verdict.CRAWLER, null));
	}

	@Test
	void keepsAnEventOfAnUnknownType() {
		String newer = """
				{"type":"article.pinned","article":"%s","at":"%s","until":"2027-01-01","places":[1,2]}"""
			.formatted(ARTICLE, AT);
		Event event = EventJson.read(newer.getBytes(StandardCharsets.UTF_8));
		assertThat(event).isInstanceOfSatisfying(UnknownEvent.class, (unknown) -> {
			assertThat(unknown.type()).isEqualTo("article.pinned");
			assertThat(unknown.article()).isEqualTo(ARTICLE);
		});
		assertThat(JsonMapper.shared().readTree(EventJson.write(event))).isEqualTo(JsonMapper.shared().readTree(newer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "7", "{", "{}", "{\"type\":\"counts.changed\"}",
			"{\"type\":\"counts.changed\",\"article\":\"x\"}", "{\"type\":\"article.pinned\"}" })
	void refusesWhatIsNoEvent(String json) {
		assertThatExceptionOfType(UnreadableEventException.class)
			.isThrownBy(() -> EventJson.read(json.getBytes(StandardCharsets.UTF_8)));
	}

	private static java.util.stream.Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed() ? java.util.Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJsonTests::leaves)
				: java.util.stream.Stream.of(type);
	}

	private static byte[] golden(Event event) throws IOException {
		String name = event.getClass().getAnnotation(JsonTypeName.class).value();
		try (InputStream file = EventJsonTests.class.getResourceAsStream("/golden/" + name + ".json")) {
			return assertThat(file).as("golden file of " + name).isNotNull().actual().readAllBytes();
		}
	}

}
