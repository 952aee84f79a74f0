package org.rayonka.comment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Moderators settle the rules of their edition.
 */
@OnRealServers
class SettingsApplicationIT {

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	private Conversation conversation;

	private EditionUnderRules edition;

	@BeforeEach
	void anEditionHasSettledNothing() {
		String slug = "edition-" + UUID.randomUUID();
		this.conversation = this.conversations.in(slug);
		this.edition = new EditionUnderRules(this.conversation, slug);
	}

	@Test
	void readTheDefaultsAtFirst() {
		this.edition.settled(this.conversation.as("moderator"))
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("ETag", "\"0\"")
			.expectBody()
			.jsonPath("$.revision")
			.isEqualTo(0)
			.jsonPath("$.open")
			.isEqualTo(true)
			.jsonPath("$.maxLinks")
			.isEqualTo(2)
			.jsonPath("$.checker")
			.isEqualTo("hold")
			.jsonPath("$.restrictedWords")
			.isEmpty();
	}

	@Test
	void readWhatTheyHaveSettled() {
		this.edition
			.settle(Map.of("closeAfterDays", 30, "checker", "off", "restrictedWords", List.of("дурак", " жулик* ")),
					"\"0\"")
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("ETag", "\"1\"");
		this.edition.settled(this.conversation.as("editor"))
			.expectHeader()
			.valueEquals("ETag", "\"1\"")
			.expectBody()
			.jsonPath("$.closeAfterDays")
			.isEqualTo(30)
			.jsonPath("$.checker")
			.isEqualTo("off")
			.jsonPath("$.restrictedWords")
			.isEqualTo(List.of("дурак", "жулик*"))
			.jsonPath("$.changedBy")
			.isEqualTo("the-moderator")
			.jsonPath("$.changedAt")
			.isNotEmpty();
	}

	@Test
	void neverWriteOverWhatTheyHaveNotSeen() {
		this.edition.settle(Map.of(), "").expectStatus().isEqualTo(428);
		this.edition.settle(Map.of(), "\"1\"").expectStatus().isEqualTo(412);
		this.edition.settle(Map.of(), "\"0\"").expectStatus().isOk();
		this.edition.settle(Map.of(), "\"0\"")
			.expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.revision")
			.isEqualTo(1);
		this.edition.settle(Map.of(), "\"1\"").expectStatus().isOk();
	}

	@Test
	void changeOneAfterTheOther() {
		List<Integer> statuses = IntStream.range(0, 8)
			.parallel()
			.mapToObj((n) -> this.edition.settle(Map.of("maxLinks", n), "\"0\""))
			.map((answer) -> answer.returnResult(String.class).getStatus().value())
			.toList();
		assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
	}

	@Test
	void letNobodyElseIn() {
		this.edition.settled(this.client).expectStatus().isUnauthorized();
		this.edition.settled(this.conversation.as("reader")).expectStatus().isForbidden();
		this.edition.settle(this.conversation.as("author"), Map.of(), "\"0\"").expectStatus().isForbidden();
		WebTestClient stranger = this.conversations.in("edition-" + UUID.randomUUID()).as("moderator");
		this.edition.settled(stranger).expectStatus().isForbidden();
		this.edition.settle(stranger, Map.of(), "\"0\"").expectStatus().isForbidden();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/moderation/editions/{slug}/rules", "/api/v1/articles/{article}/comments/rules" })
	void areDescribed(String path) {
		this.client.get().uri("/openapi.json").exchange().expectBody().jsonPath("$.paths['" + path + "']").isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			closeAfterDays   | -1    | closeAfterDays
			maxLinks         | 101   | maxLinks
			newcomerComments | -1    | newcomerComments
			checker          | maybe | checker
			""")
	void sayWhatIsWrong(String field, String value, String wrong) {
		this.edition.settle(Map.of(field, value), "\"0\"")
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo(wrong);
	}

	@Test
	void takeNothingButWords() {
		this.edition.settle(Map.of("restrictedWords", List.of("дурак", "два слова")), "\"0\"")
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("restrictedWords[1]");
		List<String> tooMany = IntStream.rangeClosed(0, 2000).mapToObj((n) -> "слово" + n).toList();
		this.edition.settle(Map.of("restrictedWords", tooMany), "\"0\"").expectStatus().isBadRequest();
		this.edition.settle(Map.of("restrictedWords", tooMany.subList(0, 2000)), "\"0\"").expectStatus().isOk();
	}

}
