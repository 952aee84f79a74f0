package org.rayonka.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.access.Caller;
import org.rayonka.comment.EditionUnderRules.Posted;
import org.rayonka.comment.discussion.Discussion;
import org.rayonka.comment.discussion.Discussions;
import org.rayonka.comment.thread.Author;
import org.rayonka.comment.thread.Comment;
import org.rayonka.comment.thread.Draft;
import org.rayonka.comment.thread.Rule;
import org.rayonka.comment.thread.Verdict;
import org.rayonka.comment.thread.Wording;
import org.rayonka.events.Premoderation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.CacheControl;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rules judge what is said in an edition that has settled them.
 */
@OnRealServers
class RulesApplicationIT {

	private static final String LONG = "Когда же наконец отремонтируют дорогу от станции до больницы?";

	@Autowired
	private Conversations conversations;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Discussions discussions;

	@Autowired
	private List<Rule> rules;

	@Autowired
	private WebTestClient client;

	private final String slug = "edition-" + UUID.randomUUID();

	private final String reader = "reader-" + UUID.randomUUID();

	private Conversation conversation;

	private EditionUnderRules edition;

	@BeforeEach
	void anEditionSettlesItsRules() {
		this.conversation = this.conversations.in(this.slug).published();
		this.edition = new EditionUnderRules(this.conversation, this.slug);
		this.edition.settle(Map.of(), "\"0\"").expectStatus().isOk();
	}

	@Test
	void holdNewcomersUntilThreeCommentsArePublished() {
		assertThat(posted(this.reader, "Это ещё ждёт").status()).isEqualTo("pending");
		for (int missing = 3; missing > 0; missing--) {
			this.edition.explained(this.reader)
				.jsonPath("$.level")
				.isEqualTo("newcomer")
				.jsonPath("$.remaining")
				.isEqualTo(missing)
				.jsonPath("$.premoderated")
				.isEqualTo(true)
				.jsonPath("$.because")
				.isEqualTo(List.of("newcomer"));
			Posted held = posted(this.reader, "Слово " + missing);
			assertThat(held).extracting(Posted::status, Posted::because)
				.containsExactly("pending", List.of("newcomer"));
			this.conversation.judge(held.id(), "approve").expectStatus().isOk();
		}
		this.edition.explained(this.reader)
			.jsonPath("$.level")
			.isEqualTo("member")
			.jsonPath("$.premoderated")
			.isEqualTo(false);
		assertThat(posted(this.reader, "Четвёртое").status()).isEqualTo("published");
	}

	@Test
	void letNewcomersAppearWhereNobodyIsPremoderated() {
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		assertThat(posted(this.reader, "Сразу").status()).isEqualTo("published");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Он дурак", "Они дураками были", "д у р а к", "д.у.р.а.к", "дypaк", "ДУРРРАК", "дур@к",
			"Ну и жуликоватый тип" })
	void withholdRestrictedWordsInWhateverDisguise(String text) {
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		this.edition.settle(Map.of("restrictedWords", List.of("дурак", "жулик*")), "\"1\"").expectStatus().isOk();
		Posted held = posted(this.reader, text);
		assertThat(held).extracting(Posted::status, Posted::because)
			.containsExactly("pending", List.of("restricted-words"));
		one(this.reader, held.id()).expectBody().jsonPath("$.status").isEqualTo("pending");
		one("another-reader", held.id()).expectStatus().isNotFound();
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo(0).jsonPath("$.items").isEmpty();
		this.conversation.as("moderator")
			.get()
			.uri("/api/v1/moderation/queue")
			.exchange()
			.expectBody()
			.jsonPath("$.items[0].status")
			.isEqualTo("withheld")
			.jsonPath("$.items[0].findings[0].rule")
			.isEqualTo("restricted-words");
		assertThat(posted(this.reader, "Дурацкий дождь").status()).isEqualTo("published");
	}

	@Test
	void followTheWordsOfTheEditionAtOnce() {
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		assertThat(posted(this.reader, "Он жулик").status()).isEqualTo("published");
		this.edition.settle(Map.of("restrictedWords", List.of("жулик")), "\"1\"").expectStatus().isOk();
		assertThat(posted(this.reader, "Он жулик").status()).isEqualTo("pending");
		this.edition.settle(Map.of(), "\"2\"").expectStatus().isOk();
		assertThat(posted(this.reader, "Он жулик").status()).isEqualTo("published");
	}

	@Test
	void refuseWhatTheSameAuthorHasSaid() {
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		posted(this.reader, LONG);
		this.edition.posts(this.reader, "  КОГДА же наконец — отремонтируют дорогу, от станции до больницы!!!")
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:rayonka:problem:comment-repeated");
		assertThat(posted(this.reader, LONG + " Ждём третий год.").status()).isEqualTo("published");
	}

	@Test
	void letAnAuthorSayTheSameInOtherWords() {
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		Posted posted = posted(this.reader, LONG);
		Draft edited = this.discussions.get(this.conversation.article())
			.map((discussion) -> edited(discussion, UUID.fromString(posted.id())))
			.block();
		assertThat(this.rules).allSatisfy(
				(rule) -> assertThat(rule.judge(Objects.requireNonNull(edited)).block()).isEqualTo(Verdict.PASS));
	}

	@Test
	void withholdWhatSeveralOthersHaveSaid() {
		this.conversation.premoderates(Premoderation.NOBODY, 1);
		String text = LONG + " " + UUID.randomUUID();
		List<String> statuses = IntStream.range(0, 4).mapToObj((n) -> posted(this.reader + n, text).status()).toList();
		assertThat(statuses).containsExactly("published", "published", "published", "pending");
		Conversation elsewhere = this.conversations.in(this.slug + "-else").published();
		assertThat(new EditionUnderRules(elsewhere, this.slug + "-else").posted(this.reader, text).status())
			.isEqualTo("published");
	}

	@Test
	void refuseTooManyComments() {
		said(2000, "deleted");
		this.edition.posts(this.reader, "И ещё одно")
			.expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.valueMatches("Retry-After", "\\d+")
			.expectHeader()
			.valueMatches("RateLimit-Policy", "\"comments\";q=2000;w=3600");
		assertThat(posted(this.reader + "-else", "Первое").status()).isEqualTo("pending");
	}

	@Test
	void trustWhomMuchWasPublishedOf() {
		said(50, "published");
		this.edition.explained(this.reader)
			.jsonPath("$.level")
			.isEqualTo("trusted")
			.jsonPath("$.maxLinks")
			.isEqualTo(4);
		assertThat(posted(this.reader, "СМОТРИТЕ, СКОЛЬКО ОТЗЫВОВ: a.ru b.ru c.ru").status()).isEqualTo("published");
		said(3, "rejected");
		this.edition.explained(this.reader).jsonPath("$.level").isEqualTo("member");
		assertThat(posted(this.reader, "СМОТРИТЕ, СКОЛЬКО ОТЗЫВОВ ТУТ: a.ru b.ru c.ru").because())
			.containsExactly("links", "capitals");
	}

	@Test
	void holdWhoIsRejectedAgainAndAgain() {
		this.edition.settle(Map.of("newcomerComments", 0), "\"1\"").expectStatus().isOk();
		said(16, "rejected");
		this.edition.explained(this.reader).jsonPath("$.because").isEqualTo(List.of("rejection-rate"));
		assertThat(posted(this.reader, "Ещё раз").because()).containsExactly("rejection-rate");
	}

	@Test
	void letTheNewsroomPass() {
		this.edition.explained("editor").jsonPath("$.premoderated").isEqualTo(false);
		assertThat(this.edition.posted("moderator", "РЕДАКЦИЯ НАПОМИНАЕТ ПРАВИЛА: a.ru b.ru c.ru").status())
			.isEqualTo("published");
	}

	@Test
	void closeAnEdition() {
		this.edition.settle(Map.of("open", false), "\"1\"").expectStatus().isOk();
		this.edition.posts(this.reader, "Поздно").expectStatus().isEqualTo(409);
		this.conversation.list("").expectStatus().isOk().expectBody().jsonPath("$.open").isEqualTo(false);
		this.edition.explained(this.reader)
			.jsonPath("$.open")
			.isEqualTo(false)
			.jsonPath("$.closedBy")
			.isEqualTo("edition");
	}

	@Test
	void keepGuestsOut() {
		this.edition.settle(Map.of("guests", false), "\"1\"").expectStatus().isOk();
		this.conversation.guestPosts("{\"text\":\"Пустите\"}", "v1").expectStatus().isForbidden();
		this.edition.explained(this.client)
			.expectHeader()
			.cacheControl(CacheControl.noStore().cachePrivate())
			.expectBody()
			.jsonPath("$.guests")
			.isEqualTo(false)
			.jsonPath("$.signedIn")
			.isEqualTo(false)
			.jsonPath("$.level")
			.isEqualTo("guest")
			.jsonPath("$.because")
			.isEqualTo(List.of("premoderated"))
			.jsonPath("$.maxLength")
			.isEqualTo(5000)
			.jsonPath("$.maxLinks")
			.isEqualTo(2);
	}

	@Test
	void areExplainedWhereThereIsADiscussion() {
		new EditionUnderRules(this.conversations.unknown(), this.slug).explained(this.client)
			.expectStatus()
			.isNotFound();
		this.conversation.withdrawn(2);
		await().untilAsserted(() -> this.edition.explained(this.client).expectStatus().isEqualTo(410));
	}

	private Posted posted(String who, String text) {
		return this.edition.posted(who, text);
	}

	private WebTestClient.ResponseSpec one(String who, String id) {
		return this.conversation.as(who).get().uri("/api/v1/comments/" + id).exchange();
	}

	private Draft edited(Discussion discussion, UUID comment) {
		Caller caller = new Caller("the-" + this.reader, "Анна", Set.of(), Set.of(), Set.of());
		return new Draft(discussion, new Author(caller.subject(), caller), Comment.Place.FIRST,
				new Wording("Анна", LONG + "!"), Instant.now(), comment);
	}

	/** What the reader is known for, from before. */
	private void said(int comments, String status) {
		this.database
			.sql("""
					insert into comment (id, article_id, author, name, text, status, created_at)
					select gen_random_uuid(), :article, :author, 'Анна', 'Раньше ' || n, :status, now() - interval '1 second' * n / 100
					from generate_series(1, :comments) n""")
			.bind("article", this.conversation.article())
			.bind("author", "the-" + this.reader)
			.bind("status", status)
			.bind("comments", comments)
			.then()
			.block();
	}

}
