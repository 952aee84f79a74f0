package org.rayonka.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many moderators at one queue: nobody decides what somebody else has claimed, and what
 * is undone leaves no trace.
 */
@OnRealServers
class SharedDeskIT {

	private static final int MODERATORS = 20;

	private static final int COMMENTS = 40;

	private final String edition = "edition-" + UUID.randomUUID();

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	private Conversation conversation;

	@BeforeEach
	void anArticleIsPublished() {
		this.conversation = this.conversations.in(this.edition).published();
	}

	@Test
	void givesACommentToOneOfAllWhoClaimItAtOnce() throws InterruptedException {
		String id = guest("g", "Вопрос");
		List<Moderating> all = moderators();
		List<Integer> claims = atOnce(all.stream().map((one) -> () -> status(claim(one, id))));
		assertThat(claims).containsOnlyOnce(200).containsOnly(200, 409);
		int owner = claims.indexOf(200);
		List<Integer> decisions = atOnce(IntStream.range(0, MODERATORS)
			.filter((n) -> n != owner)
			.mapToObj((n) -> () -> status(all.get(n).decide(id, "reject"))));
		assertThat(decisions).containsOnly(409);
		all.get(owner).decide(id, "approve").expectStatus().isOk();
		assertThat(actions()).containsExactly("approve account-of-M" + owner);
	}

	@Test
	void hasEveryCommentDecidedOnceByWhoClaimedIt() throws InterruptedException {
		IntStream.range(0, COMMENTS).forEach((n) -> guest("g" + n, "Вопрос " + n));
		Map<String, Integer> owners = new ConcurrentHashMap<>();
		List<Moderating> all = moderators();
		var _ = atOnce(IntStream.range(0, MODERATORS).mapToObj((n) -> () -> workThrough(all.get(n), n, owners)));
		assertThat(owners).hasSize(COMMENTS);
		assertThat(all.getFirst().queue("?limit=100")).isEmpty();
		assertThat(actions()).hasSize(COMMENTS)
			.containsExactlyInAnyOrderElementsOf(
					owners.values().stream().map((n) -> verdict(n) + " account-of-M" + n).toList());
		long published = owners.values().stream().filter((n) -> verdict(n).equals("approve")).count();
		assertThat(this.conversation.rows()).isEqualTo(published);
		this.conversation.list("").expectBody().jsonPath("$.total").isEqualTo((int) published);
	}

	/** Claims and decides until nothing is left that nobody has claimed. */
	private int workThrough(Moderating moderator, int number, Map<String, Integer> owners) {
		List<Moderating.Item> free = free(moderator);
		while (!free.isEmpty()) {
			for (Moderating.Item item : free) {
				if (status(claim(moderator, item.id())) == 200 && decides(moderator, item.id(), verdict(number))) {
					assertThat(owners.put(item.id(), number)).as(item.id()).isNull();
				}
			}
			free = free(moderator);
		}
		return number;
	}

	/**
	 * Whether the comment was still to be decided: the list may be older than the claim.
	 */
	private static boolean decides(Moderating moderator, String comment, String verdict) {
		Moderating.Done done = moderator.decide(comment, verdict)
			.expectBody(Moderating.Done.class)
			.returnResult()
			.getResponseBody();
		return done != null && done.action() != null;
	}

	private static List<Moderating.Item> free(Moderating moderator) {
		return moderator.queue("?limit=100").stream().filter((item) -> item.claimedBy() == null).toList();
	}

	private static String verdict(int moderator) {
		return (moderator % 2 == 0) ? "approve" : "reject";
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			published | POST   | /reject  | {"reason":"Грубо"}
			published | POST   | /approve |
			published | POST   | /edit    | {"text":"Вежливо"}
			published | PUT    | /pick    |
			pending   | POST   | /reject  |
			pending   | POST   | /approve |
			pending   | POST   | /edit    | {"text":"Вежливо"}
			withheld  | POST   | /approve |
			""")
	void leavesNoTraceOfWhatIsUndone(String status, String method, String path, String json) {
		Moderating moderator = new Moderating(this.client, "M", this.edition);
		String root = this.conversation.said("Начало");
		String id = this.conversation.answered(root, "Спорное");
		for (int n = 0; n < 3; n++) {
			send("PUT", "/vote", id, "v" + n, "{\"value\":1}").expectStatus().isOk();
			send("POST", "/report", id, "r" + n, "{\"reason\":\"Спам\"}").expectStatus().isAccepted();
		}
		if (!status.equals("published")) {
			this.conversation.judge(id, "reject").expectStatus().isOk();
			this.database.sql("update comment set status = :status where id = :id")
				.bind("status", status)
				.bind("id", UUID.fromString(id))
				.then()
				.block();
		}
		List<String> before = known(moderator, root, id);
		String action = moderator.action(method, "/comments/" + id + path, json);
		assertThat(known(moderator, root, id)).isNotEqualTo(before);
		moderator.undo(action).expectStatus().isOk();
		assertThat(known(moderator, root, id)).isEqualTo(before);
	}

	/**
	 * Everything that is counted of a comment, its votes, its author, and its article.
	 */
	private List<String> known(Moderating moderator, String root, String id) {
		String rows = """
				select concat_ws(' ', c.status, c.text, c.score, c.reports, c.report_weight, c.decided_at, c.decided_by,
					c.reason, c.pick, r.answers, d.comments,
					(select string_agg(visitor || value, ',' order by visitor) from vote where comment_id = c.id),
					(select string_agg(concat(visitor, weight, upheld), ',' order by visitor) from report
						where comment_id = c.id))
				from comment c join comment r on r.id = c.root_id join discussion d on d.article_id = c.article_id
				where c.id = :id""";
		List<String> known = new ArrayList<>();
		known.add(Objects.requireNonNull(
				this.database.sql(rows).bind("id", UUID.fromString(id)).mapValue(String.class).one().block()));
		known.add(body(this.conversation.list("")));
		known.add(body(this.client.get().uri("/api/v1/comments/" + root + "/context").exchange()));
		known.add(body(this.client.get().uri("/api/v1/comments/counts?ids=" + this.conversation.article()).exchange()));
		known.add(moderator.queue("?limit=100").toString());
		known.add(body(this.conversation.as("reader")
			.get()
			.uri("/api/v1/articles/" + this.conversation.article() + "/comments/rules")
			.exchange()));
		return known;
	}

	private static String body(WebTestClient.ResponseSpec answer) {
		return String.valueOf(answer.expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
	}

	private List<Moderating> moderators() {
		return IntStream.range(0, MODERATORS)
			.mapToObj((n) -> new Moderating(this.client, "M" + n, this.edition))
			.toList();
	}

	private List<String> actions() {
		return Objects.requireNonNull(
				this.database.sql("select kind || ' ' || moderator from moderation_action where edition = :edition")
					.bind("edition", this.edition)
					.mapValue(String.class)
					.all()
					.collectList()
					.block());
	}

	private static WebTestClient.ResponseSpec claim(Moderating moderator, String comment) {
		return moderator.send("PUT", "/comments/%s/claim".formatted(comment), null);
	}

	private WebTestClient.ResponseSpec send(String method, String path, String comment, String visitor, String json) {
		return this.client.method(HttpMethod.valueOf(method))
			.uri("/api/v1/comments/" + comment + path)
			.header("Rayonka-Visitor", visitor)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

	private String guest(String visitor, String text) {
		return Conversation.idOf(this.conversation.guestPosts("{\"text\":\"%s\"}".formatted(text), visitor));
	}

	private static List<Integer> atOnce(Stream<Callable<Integer>> calls) throws InterruptedException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads.invokeAll(calls.toList()).stream().map(Future::resultNow).toList();
		}
	}

	private static int status(WebTestClient.ResponseSpec answer) {
		return answer.expectBody().returnResult().getStatus().value();
	}

}
