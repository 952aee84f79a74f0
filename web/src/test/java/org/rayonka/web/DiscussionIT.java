package org.rayonka.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Discusses an article as readers without script do, with a stand-in for comment-service.
 */
class DiscussionIT extends SiteUnderTest {

	private static final String DISCUSSION = API + "/comments";

	/** Begins a thread. */
	private static final String ROOT = "019b0000-0000-7000-8000-000000000001";

	/** Answers the root. */
	private static final String ANSWER = "019b0000-0000-7000-8000-000000000002";

	/** Answers the answer. */
	private static final String DEEP = "019b0000-0000-7000-8000-000000000003";

	/** Not published. */
	private static final String WAITING = "019b0000-0000-7000-8000-000000000009";

	@BeforeEach
	void peopleDiscuss() {
		COMMENTS.answer("GET " + DISCUSSION, 200, page(comment(ROOT, null, "\"answers\":2,\"pick\":true,\"score\":-3",
				comment(ANSWER, ROOT, "\"staff\":true,\"score\":5", comment(DEEP, ANSWER, "\"score\":0", "")))));
		rules("\"guests\":true,\"level\":\"guest\",\"remaining\":0,\"premoderated\":true,\"because\":[\"premoderated\"]");
		COMMENTS.answer("GET " + DISCUSSION + "/mine", 200, "{\"items\":[],\"own\":{},\"votes\":{}}");
	}

	@Test
	void showsThreadsWithTheirMarks() {
		Document page = discussion("");
		assertThat(
				page.select("#comment-" + ROOT + " > .replies > #comment-" + ANSWER + " > .replies > #comment-" + DEEP))
			.hasSize(1);
		assertThat(head(page, ROOT).select("[data-pick]:not([hidden])").text()).isEqualTo("Выбор редакции");
		assertThat(head(page, ANSWER).select(".badge:not([hidden])").eachText()).containsExactly("Редакция");
		assertThat(head(page, ROOT).select(".comment-time").attr("href"))
			.isEqualTo(PATH + "?comment=" + ROOT + "#comment-" + ROOT);
		assertThat(page.select(".score").eachText()).containsExactly("Оценка: −3", "Оценка: +5", "Оценка: 0");
		assertThat(page.select("[data-deed]").eachText()).as("nothing is a stranger's own")
			.containsOnly("Пожаловаться")
			.hasSize(3);
		assertThat(COMMENTS.received("GET")).noneMatch((request) -> request.uri().contains("/mine"));
	}

	@Test
	void keepsThePlaceOfARemovedComment() {
		COMMENTS.answer("GET " + DISCUSSION, 200,
				page(comment(ROOT, null, "\"answers\":1", comment(ANSWER, ROOT, "", ""))
					.replaceFirst("\"name\":\"[^\"]*\",\"text\":\"[^\"]*\"", "\"name\":null,\"text\":null")));
		Document page = discussion("");
		assertThat(body(page, ROOT).text()).isEqualTo("Комментарий удалён");
		assertThat(page.select("#comment-" + ROOT + " > .comment-more")).isEmpty();
		assertThat(body(page, ANSWER).select("form.votes, [data-reply]")).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "newest", "oldest", "best" })
	void leadsOnInEveryOrder(String sort) {
		COMMENTS.answer("GET " + DISCUSSION + "?sort=" + sort + "&limit=50", 200,
				page(comment(ROOT, null, "", "")).replace("\"next\":null", "\"next\":\"bmV4dA\""));
		COMMENTS.answer("GET " + DISCUSSION + "?sort=" + sort + "&limit=50&cursor=bmV4dA", 200,
				page(comment(ANSWER, null, "", "")));
		Document first = discussion("?sort=" + sort);
		assertThat(first.select(".sorts [aria-current]").attr("href"))
			.startsWith(PATH + (sort.equals("newest") ? "" : "?sort=" + sort) + "#");
		String next = first.select("[data-more] a").attr("href");
		Document second = page(next.substring(0, next.indexOf('#')), HttpStatus.OK);
		assertThat(second.select(".comment").eachAttr("id")).containsExactly("comment-" + ANSWER);
		assertThat(second.select("form.votes").attr("action")).as("comes back to the same part")
			.contains("comments=bmV4dA");
	}

	@Test
	void showsACommentThatIsNotOnTheFirstPage() {
		COMMENTS.answer("GET /api/v1/comments/" + DEEP + "/context", 200,
				"{\"comment\":%s,\"root\":%s,\"nextReplies\":\"bW9yZQ\",\"nextThreads\":\"x\"}".formatted(
						comment(DEEP, ANSWER, "", ""),
						comment(ROOT, null, "\"answers\":40", comment(DEEP, ANSWER, "", ""))));
		Document page = discussion("?comment=" + DEEP);
		assertThat(page.select("#comment-" + ROOT + " #comment-" + DEEP)).hasSize(1);
		assertThat(head(page, DEEP).nextElementSiblings().select("a.comment-time").attr("href"))
			.as("what it answers stands elsewhere")
			.startsWith(PATH + "?comment=" + ANSWER);
		assertThat(page.select("[data-more] a").attr("href")).startsWith(PATH + "?thread=" + ROOT + "&replies=bW9yZQ");
		assertThat(page.select(".discussion > .pager a").eachAttr("href")).startsWith(PATH + "#comments");
	}

	@Test
	void leadsToAllAnswersOfALongThread() {
		COMMENTS.answer("GET " + DISCUSSION, 200,
				page(comment(ROOT, null, "\"answers\":41", comment(ANSWER, ROOT, "", ""))));
		Element more = Objects.requireNonNull(discussion("").selectFirst(".comment-more a"));
		assertThat(more.text()).isEqualTo("Ещё 40 ответов");
		assertThat(more.attr("href")).isEqualTo(PATH + "?thread=" + ROOT + "#comment-" + ROOT);
	}

	@Test
	void showsALongThreadPageByPage() {
		COMMENTS.answer("GET /api/v1/comments/" + ROOT, 200, comment(ROOT, null, "\"answers\":120", ""))
			.answer("GET /api/v1/comments/" + ROOT + "/replies?limit=100", 200,
					page(comment(ANSWER, ROOT, "", "") + "," + comment(DEEP, ANSWER, "", "")).replace("\"next\":null",
							"\"next\":\"bW9yZQ\""));
		Document page = discussion("?thread=" + ROOT);
		assertThat(
				page.select("#comment-" + ROOT + " > .replies > #comment-" + ANSWER + " > .replies > #comment-" + DEEP))
			.hasSize(1);
		assertThat(page.select("[data-more] a").attr("href"))
			.isEqualTo(PATH + "?thread=" + ROOT + "&replies=bW9yZQ#comments");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?comment=" + WAITING, "?thread=" + WAITING })
	void showsTheBeginningWhenACommentIsNotThere(String query) {
		Document page = discussion(query);
		assertThat(page.select("#comments .note-away").text()).contains("больше не показывается");
		assertThat(page.select(".comment")).hasSize(3);
	}

	@Test
	void showsNoCommentOfAnotherArticle() {
		String other = comment(ROOT, null, "", "").replace(ID, "019a0000-0000-7000-8000-00000000000f");
		COMMENTS.answer("GET /api/v1/comments/" + ROOT + "/context", 200, "{\"root\":" + other + "}")
			.answer("GET /api/v1/comments/" + ROOT, 200, other)
			.answer("GET /api/v1/comments/" + ROOT + "/replies?limit=100", 200, page(""));
		assertThat(discussion("?comment=" + ROOT).select("#comments .note-away")).hasSize(1);
		assertThat(discussion("?thread=" + ROOT).select("#comments .note-away")).hasSize(1);
	}

	@Test
	void startsAgainWithACursorThatIsNotOurs() {
		COMMENTS.answer("GET " + DISCUSSION + "?sort=best&limit=50&cursor=nonsense", 400, "{}");
		assertThat(discussion("?sort=best&comments=nonsense").select(".comment")).hasSize(3);
	}

	@Test
	void showsAReaderAloneWhatWaits() {
		COMMENTS.answer("GET " + DISCUSSION + "/mine", 200, """
				{"items":[%s],"own":{"%s":"2026-11-22T00:00:00Z"},"votes":{}}"""
			.formatted(comment(WAITING, ROOT, "", "").replace("published", "pending"), WAITING));
		Document own = read("", "v-1");
		assertThat(own.select("#comment-" + ROOT + " #comment-" + WAITING + " .badge-waiting").text())
			.isEqualTo("Ожидает проверки, виден только вам");
		assertThat(body(own, WAITING).select(".votes, [data-reply]")).isEmpty();
		assertThat(COMMENTS.received("GET")
			.stream()
			.filter((request) -> request.uri().endsWith("/mine"))
			.map((request) -> request.headers().getFirst("Rayonka-Visitor"))).containsExactly("v-1");
		assertThat(discussion("").select("#comment-" + WAITING)).as("to a stranger").isEmpty();
		EntityExchangeResult<String> answer = this.client.get()
			.uri(PATH)
			.header("Rayonka-Visitor", "v-1")
			.exchange()
			.expectBody(String.class)
			.returnResult();
		assertThat(answer.getResponseHeaders().getCacheControl()).contains("private", "no-cache");
	}

	@Test
	void showsAnAuthorWhatWaitsInItsPlace() {
		String removed = comment(ROOT, null, "\"answers\":1", comment(ANSWER, ROOT, "", ""))
			.replaceFirst("\"name\":\"[^\"]*\",\"text\":\"[^\"]*\"", "\"name\":null,\"text\":null");
		COMMENTS.answer("GET " + DISCUSSION, 200, page(removed))
			.answer("GET " + DISCUSSION + "/mine", 200, """
					{"items":[%s],"own":{"%s":"2026-11-22T00:00:00Z"},"votes":{}}"""
				.formatted(comment(ROOT, null, "", "").replace("published", "pending"), ROOT));
		Document page = read("", "v-1");
		assertThat(body(page, ROOT).select(".comment-text").text()).isEqualTo("Слова " + ROOT);
		assertThat(page.select("#comment-" + ROOT + " > .replies > #comment-" + ANSWER)).hasSize(1);
		assertThat(body(discussion(""), ROOT).text()).isEqualTo("Комментарий удалён");
	}

	@Test
	void offersAnAuthorToChangeACommentWhileThereIsTime() {
		String soon = this.clock.instant().plusSeconds(200).toString();
		own(ANSWER, soon);
		Document page = read("", "v-1");
		assertThat(body(page, ANSWER).select("[data-deed]").eachText()).containsExactly("Изменить (ещё 4 минуты)",
				"Удалить");
		assertThat(body(page, ANSWER).select(".votes")).as("nobody votes on his own").isEmpty();
		Element form = form(read("?edit=" + ANSWER, "v-1"), ANSWER);
		assertThat(form.select("textarea").text()).isEqualTo("Слова " + ANSWER);
		assertThat(form.attr("action")).isEqualTo(PATH + "/comments/" + ANSWER + "/edit");
		this.clock.turn(Duration.ofSeconds(201));
		assertThat(body(read("", "v-1"), ANSWER).select("[data-deed]").eachText()).containsExactly("Удалить");
	}

	@Test
	void offersNobodyToChangeWhatOthersSaid() {
		for (String deed : List.of("edit", "delete")) {
			assertThat(read("?" + deed + "=" + ANSWER, "v-1").select("form.deed")).isEmpty();
		}
	}

	@Test
	void changesACommentOfTheReader() {
		own(ANSWER, this.clock.instant().plusSeconds(200).toString());
		COMMENTS.answer("PUT /api/v1/comments/" + ANSWER, 200,
				"{\"id\":\"%s\",\"status\":\"pending\"}".formatted(ANSWER));
		leads(send(ANSWER, "edit?sort=best", Map.of("text", " Другие слова ")),
				PATH + "?sort=best&at=" + ANSWER + "&said=edited-pending#comment-" + ANSWER);
		StandIn.Request put = COMMENTS.received("PUT").getFirst();
		assertThat(put.body()).isEqualTo("{\"text\":\"Другие слова\"}");
		assertThat(put.headers().getFirst("Rayonka-Visitor")).isEqualTo("v-1");
		assertThat(body(read("?said=edited-pending&at=" + ANSWER, "v-1"), ANSWER).select(".said").text())
			.startsWith("Комментарий исправлен и появится");
	}

	@ParameterizedTest
	@CsvSource({ "403, edit-too-late, 403, Время для исправлений вышло",
			"409, comment-rejected, 409, Модератор отклонил",
			"404, comment-not-found, 409, Этого комментария больше нет",
			"400, invalid-value, 400, Комментарий не принят", "503, unavailable, 503, не удалось сохранить" })
	void keepsWhatWasTypedWhenAChangeIsRefused(int answer, String type, int status, String words) {
		COMMENTS.answer("PUT /api/v1/comments/" + ANSWER, answer, problem(type, ""));
		Document page = refused(send(ANSWER, "edit", Map.of("text", "Другие <слова>")), status);
		assertThat(form(page, ANSWER).select("textarea").text()).isEqualTo("Другие <слова>");
		assertThat(form(page, ANSWER).select("[role=alert]").text()).contains(words);
	}

	@Test
	void deletesACommentOnceItsAuthorIsSure() {
		own(ROOT, "2026-11-22T00:00:00Z");
		Element form = form(read("?delete=" + ROOT, "v-1"), ROOT);
		assertThat(form.text()).contains("Удалить ваш комментарий?");
		COMMENTS.answer("DELETE /api/v1/comments/" + ROOT, 204, "");
		leads(send(ROOT, "delete", Map.of()), PATH + "?at=" + ROOT + "&said=deleted#comment-" + ROOT);
		COMMENTS.answer("GET " + DISCUSSION, 200, page(""));
		assertThat(read("?said=deleted&at=" + ROOT, "v-1").select("[data-said=comments]:not([hidden])").text())
			.isEqualTo("Ваш комментарий удалён.");
	}

	@Test
	void votesChangesTheVoteAndTakesItBack() {
		COMMENTS.answer("PUT /api/v1/comments/" + ROOT + "/vote", 200, "{\"score\":1,\"value\":1}")
			.answer("DELETE /api/v1/comments/" + ROOT + "/vote", 200, "{\"score\":0,\"value\":0}");
		leads(send(ROOT, "vote", Map.of("value", "1")), PATH + "?at=" + ROOT + "#comment-" + ROOT);
		leads(send(ROOT, "vote?comment=" + ROOT, Map.of("value", "-1")),
				PATH + "?comment=" + ROOT + "&at=" + ROOT + "#comment-" + ROOT);
		leads(send(ROOT, "vote", Map.of("value", "0")), PATH + "?at=" + ROOT + "#comment-" + ROOT);
		assertThat(COMMENTS.received("PUT").stream().map(StandIn.Request::body)).containsExactly("{\"value\":1}",
				"{\"value\":-1}");
		assertThat(COMMENTS.received("DELETE")).hasSize(1);
		COMMENTS.answer("GET " + DISCUSSION + "/mine", 200, "{\"items\":[],\"own\":{},\"votes\":{\"" + ROOT + "\":1}}");
		Document page = read("", "v-1");
		assertThat(body(page, ROOT).select("button").eachAttr("aria-pressed")).containsExactly("true", "false");
		assertThat(body(page, ROOT).select("button").eachAttr("value")).as("again takes it back")
			.containsExactly("0", "-1");
		COMMENTS.answer("PUT /api/v1/comments/" + ROOT + "/vote", 503, "{}");
		leads(send(ROOT, "vote", Map.of("value", "1")), PATH + "?at=" + ROOT + "&said=vote-away#comment-" + ROOT);
	}

	@Test
	void reportsAComment() {
		COMMENTS.answer("POST /api/v1/comments/" + ROOT + "/report", 202, "");
		Element form = form(discussion("?report=" + ROOT), ROOT);
		assertThat(form.select("option").eachAttr("value")).containsExactly("spam", "abuse", "offtopic", "other");
		assertThat(form.select("a[href*=complain]")).hasSize(1);
		leads(send(ROOT, "report", Map.of("category", "abuse", "reason", "Оскорбляет")),
				PATH + "?at=" + ROOT + "&said=reported#comment-" + ROOT);
		assertThat(COMMENTS.received("POST").getFirst().body()).contains("\"category\":\"abuse\"",
				"\"reason\":\"Оскорбляет\"");
		assertThat(body(discussion("?said=reported&at=" + ROOT), ROOT).select(".said").text()).startsWith("Спасибо!");
		COMMENTS.answer("POST /api/v1/comments/" + ROOT + "/report", 400, problem("invalid-value", ""));
		Document refused = refused(send(ROOT, "report", Map.of("category", "abuse", "reason", "")), 400);
		assertThat(form(refused, ROOT).select("[role=alert]").text()).startsWith("Жалоба не принята");
		assertThat(form(refused, ROOT).select("option[selected]").attr("value")).isEqualTo("abuse");
	}

	@Test
	void takesAComplaint() {
		COMMENTS.answer("POST /api/v1/comments/" + ROOT + "/complaint", 202, "{}");
		assertThat(form(discussion("?complain=" + ROOT), ROOT).select("[required]").eachAttr("name"))
			.containsExactly("name", "email", "grounds");
		Map<String, String> typed = Map.of("name", "Иван", "email", "ivan@example.org", "grounds",
				"Клевета обо мне и семье");
		leads(send(ROOT, "complain", typed), PATH + "?at=" + ROOT + "&said=complained#comment-" + ROOT);
		COMMENTS.answer("POST /api/v1/comments/" + ROOT + "/complaint", 400, problem("invalid-request", ""));
		Element form = form(refused(send(ROOT, "complain", typed), 400), ROOT);
		assertThat(form.select("input[name=email]").attr("value")).isEqualTo("ivan@example.org");
		assertThat(form.select("textarea").text()).isEqualTo("Клевета обо мне и семье");
	}

	@Test
	void leadsToWhereANewCommentStands() {
		for (String status : List.of("published", "pending")) {
			COMMENTS.answer("POST " + DISCUSSION, 201, "{\"id\":\"%s\",\"status\":\"%s\"}".formatted(WAITING, status));
			leads(write("comments=bmV4dA", "", "Слово"),
					PATH + "?at=" + WAITING + "&said=" + status + "#comment-" + WAITING);
			leads(write("", ROOT, "Слово"), PATH + "?at=" + WAITING + "&said=" + status + "&comment="
					+ (status.equals("published") ? WAITING : ROOT) + "#comment-" + WAITING);
		}
	}

	@Test
	void saysWhyACommentIsNotTaken() {
		COMMENTS.answer("POST " + DISCUSSION, 403,
				problem("banned", ",\"until\":\"2026-12-01T00:00:00Z\",\"reason\":\"Грубость\""));
		Document page = refused(write("", ROOT, "Моё слово"), 403);
		assertThat(page.select("#write-problem").text()).contains("не принимают от вас комментарии",
				"До: 1 декабря 2026, 07:00.", "Причина: Грубость.");
		assertThat(page.select("#write-text").text()).isEqualTo("Моё слово");
		assertThat(page.select("input[name=parent]").attr("value")).isEqualTo(ROOT);
		COMMENTS.answer("POST " + DISCUSSION, 409, problem("comment-repeated", ""));
		assertThat(refused(write("", "", "Слово"), 409).select("#write-problem").text()).contains("то же самое");
		COMMENTS.answer("POST " + DISCUSSION, 400, problem("unknown-parent", ""));
		assertThat(refused(write("", ROOT, "Слово"), 400).select("#write-problem").text()).contains("больше нет");
	}

	@Test
	void explainsTheRules() {
		assertThat(discussion("").select(".house li").eachText()).anyMatch((rule) -> rule.contains("как гость"))
			.anyMatch((rule) -> rule.contains("сначала читает"))
			.anyMatch((rule) -> rule.contains("5 000 знаков") && rule.contains("больше 2"));
		rules("\"guests\":false,\"level\":\"newcomer\",\"remaining\":2,\"premoderated\":true,\"because\":[\"newcomer\"]");
		Document signedIn = parsed(this.client.get()
			.uri(PATH)
			.headers((headers) -> headers.setBearerAuth("anna"))
			.exchange()
			.expectBody(String.class)
			.returnResult());
		assertThat(signedIn.select(".house li").eachText()).anyMatch((rule) -> rule.contains("ещё 2 комментария"));
		assertThat(signedIn.select("form.write")).hasSize(1);
	}

	@Test
	void asksGuestsToSignInWhereTheyMayNotWrite() {
		rules("\"guests\":false,\"level\":\"guest\",\"remaining\":0,\"premoderated\":false,\"because\":[]");
		Document page = discussion("");
		assertThat(page.select("form.write, [data-reply]")).isEmpty();
		assertThat(page.select("#write a").attr("href")).isEqualTo("/oauth2/authorization/rayonka");
	}

	@ParameterizedTest
	@CsvSource({ "age, давно", "article, Редакция закрыла", "edition, не принимает" })
	void saysWhyADiscussionIsClosed(String by, String words) {
		COMMENTS.answer("GET " + DISCUSSION + "/rules", 200,
				"{\"open\":false,\"closedBy\":\"%s\",\"guests\":true,\"signedIn\":false,\"level\":\"guest\",\"remaining\":0,\"premoderated\":false,\"because\":[],\"maxLength\":5000,\"maxLinks\":2}"
					.formatted(by));
		Document page = discussion("");
		assertThat(page.select("#write").text()).contains(words);
		assertThat(page.select("form.write, [data-reply]")).isEmpty();
		assertThat(page.select("form.votes")).isNotEmpty();
	}

	@Test
	void keepsWhatWasTypedWhenTheDiscussionWasClosedMeanwhile() {
		COMMENTS.answer("GET " + DISCUSSION, 200, page("").replace("\"open\":true", "\"open\":false"))
			.answer("POST " + DISCUSSION, 409, problem("discussion-closed", ""));
		Document page = refused(write("", "", "Опоздавшее слово"), 409);
		assertThat(page.select("#write-problem").text()).contains("закрыто");
		assertThat(page.select("#write-text").text()).isEqualTo("Опоздавшее слово");
	}

	@Test
	void saysThatACommentIsDeletedWhoseAnswersStay() {
		COMMENTS.answer("GET " + DISCUSSION, 200,
				page(comment(ROOT, null, "\"answers\":1", comment(ANSWER, ROOT, "", ""))
					.replaceFirst("\"name\":\"[^\"]*\",\"text\":\"[^\"]*\"", "\"name\":null,\"text\":null")));
		assertThat(body(read("?said=deleted&at=" + ROOT, "v-1"), ROOT).select(".said").text())
			.isEqualTo("Ваш комментарий удалён.");
	}

	@Test
	void tellsAScriptTheDiscussionAlone() {
		Document part = discussion("?part=comments");
		assertThat(part.select("#comments .comment")).hasSize(3);
		assertThat(part.select("h1, article.story, .column-rail, link")).isEmpty();
		COMMENTS.answer("PUT /api/v1/comments/" + ROOT + "/vote", 200, "{}");
		leads(send(ROOT, "vote?part=comments", Map.of("value", "1")),
				PATH + "?part=comments&at=" + ROOT + "#comment-" + ROOT);
		assertThat(refused(write("part=comments", "", ""), 400).select("h1")).isEmpty();
	}

	@Test
	void takesFormsOfItsOwnPagesAlone() {
		for (String deed : List.of("vote", "edit", "delete", "report", "complain")) {
			this.client.post()
				.uri(PATH + "/comments/" + ROOT + "/" + deed)
				.header("Sec-Fetch-Site", "cross-site")
				.body(BodyInserters.fromFormData("value", "1"))
				.exchange()
				.expectStatus()
				.isForbidden();
		}
		assertThat(COMMENTS.received("POST")).isEmpty();
		assertThat(COMMENTS.received("PUT")).isEmpty();
		assertThat(COMMENTS.received("DELETE")).isEmpty();
	}

	@Test
	void staysAPageWhenNobodyKnowsWhatIsTheReadersOwn() {
		discussion("");
		this.clock.turn(Duration.ofMinutes(1));
		COMMENTS.answer("GET " + DISCUSSION + "/mine", 503, "{}").answer("GET " + DISCUSSION + "/rules", 503, "{}");
		Document page = read("", "v-1");
		assertThat(page.select(".comment")).hasSize(3);
		assertThat(page.select("form.write")).hasSize(1);
	}

	private void rules(String some) {
		this.clock.turn(Duration.ofSeconds(11));
		COMMENTS.answer("GET " + DISCUSSION + "/rules", 200,
				"{\"open\":true,\"closedBy\":null,\"signedIn\":false,%s,\"maxLength\":5000,\"maxLinks\":2}"
					.formatted(some));
	}

	private static void own(String id, String until) {
		COMMENTS.answer("GET " + DISCUSSION + "/mine", 200,
				"{\"items\":[],\"own\":{\"%s\":\"%s\"},\"votes\":{}}".formatted(id, until));
	}

	private Document discussion(String query) {
		return page(PATH + query, HttpStatus.OK);
	}

	private Document read(String query, String visitor) {
		return parsed(this.client.get()
			.uri(PATH + query)
			.header("Rayonka-Visitor", visitor)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult());
	}

	private WebTestClient.ResponseSpec send(String comment, String deed, Map<String, String> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		fields.forEach(form::add);
		return this.client.post()
			.uri(PATH + "/comments/" + comment + "/" + deed)
			.header("Rayonka-Visitor", "v-1")
			.body(BodyInserters.fromFormData(form))
			.exchange();
	}

	private WebTestClient.ResponseSpec write(String query, String parent, String words) {
		return this.client.post()
			.uri(PATH + "/comments" + (query.isEmpty() ? "" : "?" + query))
			.header("Rayonka-Visitor", "v-1")
			.body(BodyInserters.fromFormData("text", words).with("name", "Пётр").with("parent", parent))
			.exchange();
	}

	private static void leads(WebTestClient.ResponseSpec answer, String location) {
		answer.expectStatus()
			.isEqualTo(HttpStatus.SEE_OTHER)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, location);
	}

	private static Document refused(WebTestClient.ResponseSpec answer, int status) {
		return parsed(answer.expectStatus().isEqualTo(status).expectBody(String.class).returnResult());
	}

	private static Element body(Document page, String comment) {
		return Objects.requireNonNull(page.selectFirst("#comment-" + comment + " > .comment-body"), comment);
	}

	private static Element head(Document page, String comment) {
		return Objects.requireNonNull(body(page, comment).selectFirst(".comment-head"), comment);
	}

	private static Element form(Document page, String comment) {
		return Objects.requireNonNull(body(page, comment).selectFirst("form.deed"), comment);
	}

	private static String page(String items) {
		return "{\"items\":[%s],\"next\":null,\"total\":3,\"open\":true}".formatted(items);
	}

	private static String comment(String id, @Nullable String parent, String more, String replies) {
		return """
				{"id":"%s","article":"%s","parentId":%s,"name":"Валентина","text":"Слова %s","at":"2026-11-22T09:10:00Z",\
				"status":"published"%s,"replies":[%s]}"""
			.formatted(id, ID, (parent != null) ? "\"" + parent + "\"" : "null", id, more.isEmpty() ? "" : "," + more,
					replies);
	}

	private static String problem(String type, String more) {
		return "{\"type\":\"urn:rayonka:problem:%s\"%s}".formatted(type, more);
	}

}
