package org.rayonka.comment;

import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Complaints that a comment is against the law.
 */
@OnRealServers
class ComplaintApplicationIT {

	private static final String OBJECTION = """
			{"name":"Иван Ильин","email":"ilyin@example.org","grounds":"Это клевета, статья 152 Гражданского кодекса"}""";

	private final String edition = "edition-" + UUID.randomUUID();

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private MeterRegistry meters;

	private Conversation conversation;

	private Moderating anna;

	private Moderating boris;

	@BeforeEach
	void twoModeratorsShareAnEdition() {
		this.conversation = this.conversations.in(this.edition).published();
		this.anna = new Moderating(this.client, "Anna", this.edition);
		this.boris = new Moderating(this.client, "Boris", this.edition);
	}

	@Test
	void isDueADayAfterItCameAndShowsModeratorsWhoComplains() {
		String comment = this.conversation.said("Клевета");
		String id = complained(comment);
		this.anna.send("GET", "/complaints?edition=" + this.edition, null)
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items[0].id")
			.isEqualTo(id)
			.jsonPath("$.items[0].email")
			.isEqualTo("ilyin@example.org")
			.jsonPath("$.items[0].said")
			.isEqualTo("Клевета");
		assertThat(hours(id)).isEqualTo(24);
	}

	@Test
	void removesWhatTheLawForbidsAgainstAnEarlierDecisionToo() {
		String comment = this.conversation.said("Клевета");
		this.boris.decide(comment, "approve").expectStatus().isOk();
		String id = complained(comment);
		decide(this.anna, id, "remove").expectStatus().isOk().expectBody().jsonPath("$.decision").isEqualTo("remove");
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(0);
		this.anna.send("GET", "/complaints", null).expectBody().jsonPath("$.items").isEmpty();
		this.anna.undo(action(id)).expectStatus().isOk();
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(1);
		this.anna.send("GET", "/complaints?state=decided", null)
			.expectBody()
			.jsonPath("$.items[0].id")
			.isEqualTo(id)
			.jsonPath("$.items[0].undone")
			.isEqualTo(true);
	}

	@Test
	void isDecidedOnce() {
		String id = complained(this.conversation.said("Правда"));
		decide(this.anna, id, "keep").expectStatus().isOk();
		decide(this.boris, id, "keep").expectStatus().isOk().expectBody().jsonPath("$.decidedName").isEqualTo("Anna");
		decide(this.boris, id, "remove").expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:already-decided");
		assertThat(this.conversation.rows()).isEqualTo(1);
	}

	@Test
	void isForModeratorsOfTheEditionAlone() {
		String id = complained(this.conversation.said("Клевета"));
		Moderating stranger = new Moderating(this.client, "Stranger", "elsewhere");
		stranger.send("GET", "/complaints?edition=" + this.edition, null).expectStatus().isForbidden();
		stranger.send("GET", "/complaints", null).expectBody().jsonPath("$.items").isEmpty();
		decide(stranger, id, "remove").expectStatus().isForbidden();
		decide(this.anna, UUID.randomUUID().toString(), "remove").expectStatus().isNotFound();
		this.client.get().uri("/api/v1/moderation/complaints").exchange().expectStatus().isUnauthorized();
		this.conversation.as("reader")
			.get()
			.uri("/api/v1/moderation/complaints")
			.exchange()
			.expectStatus()
			.isForbidden();
		assertThat(this.conversation.rows()).isEqualTo(1);
	}

	@Test
	void isNotTakenOfWhatNobodyMayRead() {
		String pending = Conversation.idOf(this.conversation.guestPosts("{\"text\":\"Тайна\"}", "g"));
		complain(pending, OBJECTION).expectStatus().isNotFound();
		complain(UUID.randomUUID().toString(), OBJECTION).expectStatus().isNotFound();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"name":"И","email":"nowhere","grounds":"Это клевета, статья 152 ГК"}
			{"name":" ","email":"a@example.org","grounds":"Это клевета, статья 152 ГК"}
			{"name":"И","email":"a@example.org","grounds":"Коротко"}
			{"name":"И","email":"a@example.org"}
			""")
	void needsNameAddressAndGrounds(String json) {
		complain(this.conversation.said("Слово"), json).expectStatus().isBadRequest();
	}

	@Test
	void tellsOperatorsWhenTheNextIsDue() {
		complained(this.conversation.said("Клевета"));
		await().atMost(ofSeconds(40)).untilAsserted(() -> {
			assertThat(this.meters.get("rayonka.comment.complaints.open").gauge().value()).isPositive();
			assertThat(this.meters.get("rayonka.comment.complaint.due.seconds").gauge().value()).isBetween(0.0,
					86400.0);
		});
	}

	private WebTestClient.ResponseSpec complain(String comment, String json) {
		return this.client.post()
			.uri("/api/v1/comments/" + comment + "/complaint")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

	private String complained(String comment) {
		Complained receipt = complain(comment, OBJECTION).expectStatus()
			.isAccepted()
			.expectBody(Complained.class)
			.returnResult()
			.getResponseBody();
		return Objects.requireNonNull(receipt).id();
	}

	private static WebTestClient.ResponseSpec decide(Moderating moderator, String complaint, String decision) {
		return moderator.send("POST", "/complaints/%s/decide".formatted(complaint),
				"{\"decision\":\"%s\"}".formatted(decision));
	}

	private String action(String complaint) {
		return Objects
			.requireNonNull(this.database.sql("select action_id from complaint where id = :id")
				.bind("id", UUID.fromString(complaint))
				.mapValue(UUID.class)
				.one()
				.block())
			.toString();
	}

	private long hours(String complaint) {
		return Objects.requireNonNull(this.database
			.sql("select cast(extract(epoch from due_at - received_at) / 3600 as bigint) from complaint where id = :id")
			.bind("id", UUID.fromString(complaint))
			.mapValue(Long.class)
			.one()
			.block());
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Complained(String id) {
	}

}
