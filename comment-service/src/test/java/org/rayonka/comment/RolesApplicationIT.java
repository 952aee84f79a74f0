package org.rayonka.comment;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rayonka.comment.thread.AuthorId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

/**
 * Who may do what: each endpoint is called by each kind of caller, and an endpoint that
 * the table does not name fails.
 */
@OnRealServers
class RolesApplicationIT {

	private static final Set<Who> EVERYBODY = EnumSet.allOf(Who.class);

	private static final Set<Who> NOBODY = EnumSet.noneOf(Who.class);

	/** Of whichever edition. */
	private static final Set<Who> ANY_MODERATOR = EnumSet.of(Who.EDITOR, Who.STRANGE_MODERATOR, Who.MODERATOR,
			Who.ADMIN);

	private static final Set<Who> MODERATORS = EnumSet.of(Who.EDITOR, Who.MODERATOR, Who.ADMIN);

	private static final Set<Who> ALL_EDITIONS = EnumSet.of(Who.ADMIN);

	private static final Map<String, Set<Who>> TABLE = new TreeMap<>(Map.ofEntries(
			Map.entry("GET /api/v1/articles/{article}/comments", EVERYBODY),
			Map.entry("POST /api/v1/articles/{article}/comments", EVERYBODY),
			Map.entry("GET /api/v1/articles/{article}/comments/mine", EVERYBODY),
			Map.entry("GET /api/v1/articles/{article}/comments/rules", EVERYBODY),
			Map.entry("GET /api/v1/articles/{article}/comments/stream", EVERYBODY),
			Map.entry("GET /api/v1/comments/counts", EVERYBODY), Map.entry("GET /api/v1/comments/{id}", EVERYBODY),
			Map.entry("GET /api/v1/comments/{id}/context", EVERYBODY),
			Map.entry("GET /api/v1/comments/{id}/replies", EVERYBODY),
			// somebody else's
			Map.entry("PUT /api/v1/comments/{id}", NOBODY), Map.entry("DELETE /api/v1/comments/{id}", NOBODY),
			Map.entry("PUT /api/v1/comments/{id}/vote", EVERYBODY),
			Map.entry("DELETE /api/v1/comments/{id}/vote", EVERYBODY),
			Map.entry("POST /api/v1/comments/{id}/report", EVERYBODY),
			Map.entry("POST /api/v1/comments/{id}/complaint", EVERYBODY),
			// one's own
			Map.entry("GET /api/v1/comments/mine/export", EVERYBODY),
			Map.entry("DELETE /api/v1/comments/mine", EVERYBODY), Map.entry("GET /api/v1/moderation/queue", MODERATORS),
			Map.entry("POST /api/v1/moderation/comments/{id}/approve", MODERATORS),
			Map.entry("POST /api/v1/moderation/comments/{id}/reject", MODERATORS),
			Map.entry("POST /api/v1/moderation/comments/{id}/edit", MODERATORS),
			Map.entry("PUT /api/v1/moderation/comments/{id}/claim", MODERATORS),
			Map.entry("DELETE /api/v1/moderation/comments/{id}/claim", MODERATORS),
			Map.entry("PUT /api/v1/moderation/comments/{id}/pick", MODERATORS),
			Map.entry("DELETE /api/v1/moderation/comments/{id}/pick", MODERATORS),
			Map.entry("GET /api/v1/moderation/comments/{id}/history", MODERATORS),
			// each comment is answered for itself
			Map.entry("POST /api/v1/moderation/comments/bulk", ANY_MODERATOR),
			Map.entry("GET /api/v1/moderation/actions", MODERATORS),
			Map.entry("POST /api/v1/moderation/actions/{id}/undo", MODERATORS),
			Map.entry("GET /api/v1/moderation/complaints", MODERATORS),
			Map.entry("POST /api/v1/moderation/complaints/{id}/decide", MODERATORS),
			Map.entry("POST /api/v1/moderation/authors/{author}/ban", MODERATORS),
			Map.entry("DELETE /api/v1/moderation/authors/{author}/ban", MODERATORS),
			Map.entry("GET /api/v1/moderation/authors/{author}/export", ALL_EDITIONS),
			Map.entry("DELETE /api/v1/moderation/authors/{author}/data", ALL_EDITIONS),
			Map.entry("GET /api/v1/moderation/editions/{slug}/rules", MODERATORS),
			Map.entry("PUT /api/v1/moderation/editions/{slug}/rules", MODERATORS),

			// programs alone
			Map.entry("POST /api/v1/moderation/imports", NOBODY)));

	private static final Map<String, String> QUERIES = Map.of("GET /api/v1/comments/counts", "?ids={article}",
			"GET /api/v1/moderation/queue", "?edition={slug}", "GET /api/v1/moderation/actions", "?edition={slug}",
			"GET /api/v1/moderation/complaints", "?edition={slug}", "DELETE /api/v1/moderation/authors/{author}/ban",
			"?edition={slug}");

	private static final String COMPLAINT = """
			{'name':'Пётр','email':'p@example.org','grounds':'Здесь обо мне сказано то, чего не было'}""";

	private static final Map<String, String> BODIES = Map.ofEntries(
			Map.entry("POST /api/v1/articles/{article}/comments", "{'text':'Слово от всех, раз {n}'}"),
			Map.entry("PUT /api/v1/comments/{id}", "{'text':'Чужие слова'}"),
			Map.entry("PUT /api/v1/comments/{id}/vote", "{'value':1}"),
			Map.entry("POST /api/v1/comments/{id}/report", "{'reason':'Не по делу'}"),
			Map.entry("POST /api/v1/comments/{id}/complaint", COMPLAINT),
			Map.entry("POST /api/v1/moderation/comments/{id}/approve", "{}"),
			Map.entry("POST /api/v1/moderation/comments/{id}/reject", "{}"),
			Map.entry("POST /api/v1/moderation/comments/{id}/edit", "{'text':'Мягче'}"),
			Map.entry("POST /api/v1/moderation/comments/bulk", "{'ids':['{id}'],'action':'approve'}"),
			Map.entry("POST /api/v1/moderation/complaints/{id}/decide", "{'decision':'keep','reason':'Так и было'}"),
			Map.entry("POST /api/v1/moderation/authors/{author}/ban", "{'edition':'{slug}','shadow':false}"),
			Map.entry("PUT /api/v1/moderation/editions/{slug}/rules", """
					{'open':true,'guests':true,'closeAfterDays':0,'newcomerComments':0,'maxLinks':2,'checker':'off',
					'restrictedWords':[]}"""), Map.entry("POST /api/v1/moderation/imports", """
					{'articleId':'{article}','items':[{'sourceId':'{n}','text':'Было','at':'2020-01-01T00:00:00Z',
					'status':'published'}]}"""));

	private final AtomicInteger number = new AtomicInteger();

	@Autowired
	private Conversations conversations;

	@Autowired
	private WebTestClient client;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping endpoints;

	@Test
	void namesEveryEndpoint() {
		Set<String> known = new TreeSet<>();
		this.endpoints.getHandlerMethods()
			.keySet()
			.forEach((info) -> info.getPatternsCondition()
				.getPatterns()
				.forEach((pattern) -> info.getMethodsCondition()
					.getMethods()
					.forEach((method) -> known.add(method + " " + pattern.getPatternString()))));
		assertThat(known).filteredOn((endpoint) -> endpoint.contains(" /api/"))
			.containsExactlyElementsOf(TABLE.keySet());
	}

	@TestFactory
	Stream<DynamicTest> letsNobodyElseIn() {
		Conversation conversation = this.conversations.begin();
		return TABLE.entrySet()
			.stream()
			.flatMap((row) -> Stream.of(Who.values())
				.map((who) -> DynamicTest.dynamicTest(who + " " + row.getKey(),
						() -> check(conversation, row.getKey(), who, row.getValue().contains(who)))));
	}

	private void check(Conversation conversation, String endpoint, Who who, boolean allowed) {
		int status = call(conversation, endpoint, who);
		assertThat(status).isNotEqualTo(500).isNotEqualTo(405);
		if (allowed) {
			assertThat(status).isNotIn(401, 403);
		}
		else {
			assertThat(status).isIn(401, 403);
		}
	}

	/**
	 * Of things made for this call alone, so that no call spoils another's. Letters drawn
	 * by lot would be taken for a restricted word now and then.
	 */
	private int call(Conversation conversation, String endpoint, Who who) {
		String said = conversation.said("Слово " + this.number.incrementAndGet());
		String method = endpoint.substring(0, endpoint.indexOf(' '));
		String path = endpoint.substring(endpoint.indexOf(' ') + 1);
		// a stream does not end: of an article that is not there
		String ended = path.replace("{article}/comments/stream", UUID.randomUUID() + "/comments/stream");
		String uri = filled(about(conversation, ended) + QUERIES.getOrDefault(endpoint, ""), conversation,
				thing(conversation, path, said));
		WebTestClient.RequestBodySpec request = caller(who, conversation.edition()).method(HttpMethod.valueOf(method))
			.uri(uri)
			.header("Rayonka-Visitor", "visitor-" + who)
			.header("If-Match", "\"0\"");
		String body = BODIES.get(endpoint);
		WebTestClient.RequestHeadersSpec<?> whole = (body == null) ? request
				: request.contentType(MediaType.APPLICATION_JSON)
					.bodyValue(filled(body.replace('\'', '"'), conversation, said));
		return whole.exchange().returnResult(Void.class).getStatus().value();
	}

	private static String filled(String text, Conversation conversation, String id) {
		return text.replace("{id}", id)
			.replace("{article}", conversation.article().toString())
			.replace("{slug}", conversation.edition())
			.replace("{n}", UUID.randomUUID().toString());
	}

	/**
	 * A path about an author is about one who has said something and whom nobody misses.
	 */
	private static String about(Conversation conversation, String path) {
		if (!path.contains("{author}")) {
			return path;
		}
		String guest = "guest-" + UUID.randomUUID();
		conversation.guestPosts("{\"text\":\"Слово\"}", guest).expectStatus().isCreated();
		return path.replace("{author}", new AuthorId(guest).text());
	}

	/** What a path is about: an action, a complaint, or a comment. */
	private String thing(Conversation conversation, String path, String said) {
		if (path.contains("/actions/")) {
			return text(conversation.as("moderator")
				.put()
				.uri("/api/v1/moderation/comments/%s/pick".formatted(said))
				.exchange(), "action");
		}
		if (path.contains("/complaints/")) {
			return text(this.client.post()
				.uri("/api/v1/comments/%s/complaint".formatted(said))
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue(COMPLAINT.replace('\'', '"'))
				.exchange(), "id");
		}
		return said;
	}

	private static String text(WebTestClient.ResponseSpec answer, String field) {
		Map<?, ?> body = answer.expectStatus().is2xxSuccessful().expectBody(Map.class).returnResult().getResponseBody();
		return String.valueOf((body != null) ? body.get(field) : null);
	}

	private WebTestClient caller(Who who, String edition) {
		return switch (who) {
			case ANONYMOUS -> this.client;
			case READER -> as("reader", edition);
			case AUTHOR -> as("author", edition);
			case EDITOR -> as("editor", edition);
			case STRANGE_MODERATOR -> as("moderator", "elsewhere");
			case MODERATOR -> as("moderator", edition);
			case ADMIN -> as("admin", "*");
		};
	}

	private WebTestClient as(String role, String edition) {
		return this.client.mutateWith(mockJwt().jwt((token) -> token.subject("role-" + role)
			.claim("name", "Кто-то")
			.claim("roles", List.of(role))
			.claim("editions", List.of(edition))));
	}

	/**
	 * Kinds of callers.
	 */
	enum Who {

		ANONYMOUS, READER, AUTHOR, EDITOR, STRANGE_MODERATOR, MODERATOR, ADMIN

	}

}
