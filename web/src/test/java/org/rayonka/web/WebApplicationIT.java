package org.rayonka.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.Map;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.tags.CacheTags;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the site as browsers do, with stand-ins for the other services.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
class WebApplicationIT {

	private static final StandIn ARTICLES = new StandIn();

	private static final StandIn ENGAGEMENT = new StandIn();

	private static final StandIn COMMENTS = new StandIn();

	private static final String PATH = "/zarechye/2026/11/22/most-cherez-zarechku-otkryli-posle-remonta";

	private static final String ID = "019a0000-0000-7000-8000-000000000001";

	private static final String API = "/api/v1/articles/" + ID;

	@Autowired
	private WebTestClient client;

	@Autowired
	private TurnedClock clock;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		properties.add("rayonka.services.article", ARTICLES::url);
		properties.add("rayonka.services.engagement", ENGAGEMENT::url);
		properties.add("rayonka.services.comment", COMMENTS::url);
	}

	@BeforeEach
	void allServicesAreThere() {
		this.clock.turn(Duration.ofMinutes(1));
		List.of(ARTICLES, ENGAGEMENT, COMMENTS).forEach(StandIn::forget);
		ARTICLES.sample("GET /api/v1/editions", "editions")
			.sample("GET /api/v1/articles", "articles-zarechye")
			.sample("GET /api/v1/pages?path=" + PATH, "article")
			.sample("GET " + API, "article")
			.answer("GET /api/v1/pages?path=/zarechye/2026/11/01/otozvano", 410, "{}");
		for (String by : List.of("views", "likes", "comments")) {
			ENGAGEMENT.sample("GET /api/v1/popular?by=%s&window=%s&edition=zarechye&limit=5".formatted(by,
					by.equals("views") ? "7d" : "30d"), "popular-" + by);
		}
		ENGAGEMENT.sample("GET " + API + "/counts", "counts").sample("GET /api/v1/popular", "popular-views");
		COMMENTS.sample("GET " + API + "/comments", "comments");
	}

	@Test
	void showsEveryElementOfADistrictPapersPage() {
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select("html").attr("lang")).isEqualTo("ru");
		assertThat(page.select("a[href='" + PATH + "?a11y=on']").text()).isEqualTo("Версия для слабовидящих");
		assertThat(page.select(".masthead .age").text()).isEqualTo("12+");
		assertThat(page.select(".masthead-name a img.emblem[alt='']").attr("src")).isEqualTo("/media/gerb.png");
		assertThat(page.select("details.regions button[name=edition]").eachAttr("value")).containsExactly("zarechye",
				"kedrovo", "belorechye", "");
		assertThat(page.select(".masthead-office").text()).contains("ул. Советская, 14", "+7 (38599) 0-00-14",
				"vesti@zarechye.example");
		assertThat(page.select("h1").text()).startsWith("Мост через Заречку");
		assertThat(page.select(".standfirst").text()).startsWith("Движение вернулось");
		assertThat(page.select(".story .byline").text()).isEqualTo("Евгения Кузьмина");
		assertThat(page.select(".story header time").text()).isEqualTo("22 ноября 2026, 14:05");
		assertThat(page.select(".corrections .note").text())
			.isEqualTo("Исправлено 22 ноября 2026, 16:40. Уточнили, когда по мосту пойдут <грузовики>.");
		assertThat(page.select(".story figure.hero img[width=1200][height=800][fetchpriority=high]")).hasSize(1);
		assertThat(page.select(".gallery img[loading=lazy]")).hasSize(2);
		assertThat(page.select("figure.hero figcaption").text()).contains("в день открытия", "Фото: Игорь Лапин");
		assertThat(page.select("video[preload=none]").attr("src")).isEqualTo("/media/0f0f.mp4");
		assertThat(page.select("a[data-embed^=https://rutube.ru/play/embed/]")).hasSize(1);
		assertThat(page.select("iframe")).isEmpty();
		assertThat(page.select(".body blockquote")).hasSize(1);
		assertThat(page.select(".related li")).hasSize(3);
		assertThat(page.select("form[action='" + PATH + "/like'] button").text()).isEqualTo("Нравится 64");
		assertThat(page.select("form[data-like][data-signed]")).as("a stranger likes nothing").isEmpty();
		assertThat(page.select("a[href='" + PATH + "/print']").text()).isEqualTo("Версия для печати");
		assertThat(page.select("a[href='#write']").text()).isEqualTo("Комментировать");
		assertThat(page.select("a[href='/about/views']").eachText()).contains("1 387 просмотров",
				"Сколько раз прочитали: 1 387");
		assertThat(page.select("#comments .comment")).hasSize(3);
		assertThat(page.select("form[action='" + PATH + "/comments'] textarea[name=text][required]")).hasSize(1);
		assertThat(page.select(".share a").eachText()).containsExactly("ВКонтакте", "Telegram", "Одноклассники",
				"WhatsApp");
		assertThat(page.select(".column-rail h2").eachText()).containsExactly("Популярное", "Многим понравилось",
				"Обсуждают", "Видео");
		assertThat(page.select(".banner")).isEmpty();
		assertThat(page.select("noscript img").attr("src")).isEqualTo(API + "/views.gif");
		assertThat(page.select("a[href='/oauth2/authorization/rayonka']").text()).isEqualTo("Войти");
	}

	@Test
	void offersPicturesInTheSizesOfScreens() {
		Element hero = Objects.requireNonNull(page(PATH, HttpStatus.OK).selectFirst("figure.hero picture"));
		assertThat(hero.select("source[type='image/webp']").attr("srcset"))
			.startsWith("/media/most-320.webp 320w, /media/most-480.webp 480w, ")
			.endsWith(", /media/most-1200.webp 1200w");
		Elements image = hero.select("img:not([loading])[fetchpriority=high][width=1200][height=800]");
		assertThat(image.attr("src")).isEqualTo("/media/most-640.jpg");
		assertThat(image.attr("srcset")).startsWith("/media/most-320.jpg 320w, ").endsWith("1200w");
		assertThat(image.attr("sizes")).endsWith("100vw").isEqualTo(hero.select("source").attr("sizes"));
		Document list = page("/zarechye/society/", HttpStatus.OK);
		Elements cards = list.select(".card-wide picture");
		assertThat(cards.select("source[type='image/webp'][sizes='(min-width: 40rem) 14rem, 100vw']")).isNotEmpty();
		assertThat(cards.select("img[loading=lazy]")).hasSameSizeAs(cards);
		assertThat(page("/", HttpStatus.OK).select(".card-lead img[fetchpriority=high]")).hasSize(1);
	}

	@Test
	void showsAPictureWithoutOtherSizesAsItIs() {
		Elements second = page(PATH, HttpStatus.OK).select(".gallery picture").eq(0);
		assertThat(second.select("source, img[srcset], img[sizes]")).isEmpty();
		assertThat(second.select("img").attr("src")).isEqualTo("/media/avtobus.jpg");
	}

	@Test
	void tellsMachinesWhatItIs() {
		Document page = page(PATH + "?utm_source=somewhere", HttpStatus.OK);
		assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080" + PATH);
		assertThat(page.select("link[rel=alternate]").eachAttr("href")).contains("/feeds/zarechye.rss");
		assertThat(page.select("meta[property='og:image']").attr("content"))
			.isEqualTo("http://localhost:8080/media/most-1200.jpg");
		assertThat(page.select("meta[property='og:image:width']").attr("content")).isEqualTo("1200");
		assertThat(page.select("script[type='application/ld+json']").html()).contains("\"@type\":\"NewsArticle\"",
				"2026-11-22T14:05");
		assertThat(page.select("script:not([src]):not([type='application/ld+json']), style, [style], [onclick]"))
			.isEmpty();
	}

	@Test
	void staysAPageWithoutEngagementService() {
		ENGAGEMENT.away(true);
		Document page = page(PATH + "?without=engagement", HttpStatus.OK);
		assertThat(page.select(".reactions .note").text()).isEqualTo("Счётчики временно недоступны.");
		assertThat(page.select("a[data-count=views]").text()).isEqualTo("1 387 просмотров");
		assertThat(page.select("#comments .comment")).hasSize(3);
	}

	@Test
	void showsADashForANumberThatNobodyKnows() {
		ENGAGEMENT.away(true);
		ARTICLES.answer("GET /api/v1/pages?path=" + PATH, 200,
				StandIn.read("article").replaceFirst("\"counts\": \\{[^}]*}", "\"counts\": null"));
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select("a[data-count=views]").text()).isEqualTo("– просмотров");
		assertThat(page.select("[data-count=likes]").text()).isEqualTo("–");
	}

	@Test
	void staysAPageWithoutCommentService() {
		COMMENTS.away(true);
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select("#comments .note-away").text()).startsWith("Комментарии временно недоступны");
		assertThat(page.select("form.write textarea")).hasSize(1);
		assertThat(page.select(".body blockquote")).hasSize(1);
	}

	@Test
	void isAWholePageBeforeOtherServicesHaveHeardOfTheArticle() {
		ENGAGEMENT.answer("GET " + API + "/counts", 404, "{}");
		COMMENTS.answer("GET " + API + "/comments", 404, "{}");
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select(".note-away, .reactions .note")).isEmpty();
		assertThat(page.select("form.write")).hasSize(1);
	}

	@Test
	void showsTheLastKnownArticleWithoutArticleService() {
		page(PATH, HttpStatus.OK);
		this.clock.turn(Duration.ofMinutes(1));
		ARTICLES.away(true);
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select(".body blockquote")).hasSize(1);
		assertThat(page.select(".story .note-away").text()).contains("последняя известная версия");
	}

	@Test
	void waitsForNoServiceThatSaysNothing() {
		page(PATH, HttpStatus.OK);
		this.clock.turn(Duration.ofMinutes(1));
		List.of(ARTICLES, ENGAGEMENT, COMMENTS).forEach(StandIn::silent);
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select(".story .note-away").text()).contains("последняя известная версия");
		assertThat(page.select(".reactions .note").text()).isEqualTo("Счётчики временно недоступны.");
		assertThat(page.select("#comments .note-away").text()).startsWith("Комментарии временно недоступны");
		page("/zarechye/2026/10/02/never-seen", HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void says503ForAPageItNeverSawWithoutArticleService() {
		page("/", HttpStatus.OK);
		this.clock.turn(Duration.ofMinutes(1));
		ARTICLES.away(true);
		EntityExchangeResult<String> answer = get("/zarechye/2026/10/01/never-seen");
		assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotEmpty();
		assertThat(parsed(answer).select("main a").eachAttr("href")).contains("/", "/zarechye/");
	}

	@Test
	void forgetsAWithdrawnArticleEvenWithoutArticleService() {
		page(PATH, HttpStatus.OK);
		this.clock.turn(Duration.ofSeconds(2));
		ARTICLES.answer("GET /api/v1/pages?path=" + PATH, 410, "{}");
		page(PATH, HttpStatus.GONE);
		this.clock.turn(Duration.ofMinutes(1));
		ARTICLES.away(true);
		page(PATH, HttpStatus.GONE);
	}

	@Test
	void rendersFrontEditionRubricAndWords() {
		assertThat(page("/", HttpStatus.OK).select(".papers a").eachAttr("href")).containsExactly("/zarechye/",
				"/kedrovo/", "/belorechye/");
		Document edition = page("/zarechye/", HttpStatus.OK);
		assertThat(edition.select(".card-lead h3").text()).startsWith("Мост через Заречку");
		assertThat(edition.select(".section h2").eachText()).contains("Спорт", "История");
		assertThat(edition.select("a[rel=next]").attr("href")).isEqualTo("/zarechye/?cursor=b2xkZXI");
		assertThat(page("/zarechye/sport/", HttpStatus.OK).select("h1").text()).isEqualTo("Спорт");
		assertThat(page("/zarechye/imprint", HttpStatus.OK).select("dd").eachText())
			.contains("ПИ № ТУ00-00001 от 12.03.2014", "Ольга Викторовна Назарова");
		assertThat(page("/about/views", HttpStatus.OK).select("h1").text()).isEqualTo("Что такое просмотр");
		Document print = page(PATH + "/print", HttpStatus.OK);
		assertThat(print.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080" + PATH);
		assertThat(print.select("figure")).hasSize(3);
		assertThat(print.select("form, nav")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere/, 404", "/zarechye/nothing/, 404", "/zarechye/2026/11/22/nothing, 404",
			"/a/b/c/d/e/f/g, 404", "/favicon.ico, 404", "/assets/x/site.jar, 404", "/zarechye/2026/11/01/otozvano, 410",
			"/feeds/nowhere.rss, 404" })
	void leadsOnFromWhatIsNotThere(String path, int status) {
		Document page = page(path, HttpStatus.valueOf(status));
		assertThat(page.select("main a").eachAttr("href")).contains("/");
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
	}

	@ParameterizedTest
	@CsvSource({ "/zarechye, /zarechye/", "/zarechye?utm_source=x, /zarechye/?utm_source=x",
			"/zarechye/sport, /zarechye/sport/" })
	void addsTheLastSlash(String path, String location) {
		this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.MOVED_PERMANENTLY)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, location);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/print" })
	void leadsFromAnAddressThatAPageHadBefore(String variant) {
		String before = "/zarechye/2026/11/22/most";
		ARTICLES.sample("GET /api/v1/pages?path=" + before, "article");
		this.client.get()
			.uri(before + variant)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.MOVED_PERMANENTLY)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, PATH + variant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/2015/05/some-post/", "/some-post.html", "/?p=123", "/?page_id=7", "/category/x/y/",
			"/zarechye/old/", "/zarechye/2015/05/06/post/", "/новость/", "/old.php?id=5&x=ё", "/2015/post" })
	void leadsFromAnAddressOfAnOldSite(String old) {
		String encoded = UriComponentsBuilder.fromUriString(old).encode().toUriString();
		ARTICLES.sample("GET /api/v1/pages?path=" + encoded, "article");
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
			this.client.method(method)
				.uri(old)
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.MOVED_PERMANENTLY)
				.expectHeader()
				.valueEquals(HttpHeaders.LOCATION, PATH);
		}
		assertThat(pageQuestions()).hasSize(1);
	}

	@Test
	void saysThatWhatAnOldSiteHadIsWithdrawn() {
		ARTICLES.answer("GET /api/v1/pages?path=/gone.html", 410, "{}");
		page("/gone.html", HttpStatus.GONE);
	}

	@Test
	void leadsNowhereFromAnUnknownAddressAfterOneQuestion() {
		page("/2015/05/nothing/", HttpStatus.NOT_FOUND);
		assertThat(pageQuestions()).hasSize(1);
		page("/?p=404", HttpStatus.OK);
		assertThat(pageQuestions()).hasSize(2);
		page("/", HttpStatus.OK);
		page("/assets/none.js", HttpStatus.NOT_FOUND);
		assertThat(pageQuestions()).hasSize(2);
	}

	@Test
	void leadsNoPageToItself() {
		String orphan = "/nowhere/2026/11/22/story";
		ARTICLES.answer("GET /api/v1/pages?path=" + orphan, 200,
				StandIn.read("article")
					.replace("http://localhost:8080" + PATH, "http://localhost:8080" + orphan)
					.replace("\"edition\": \"zarechye\"", "\"edition\": \"nowhere\""));
		page(orphan, HttpStatus.NOT_FOUND);
	}

	@Test
	void hasNoOldAddressesWhileArticlesAreAway() {
		page("/", HttpStatus.OK);
		ARTICLES.away(true);
		page("/some-other-post.html", HttpStatus.NOT_FOUND);
		page("/?p=321", HttpStatus.OK);
	}

	private static List<StandIn.Request> pageQuestions() {
		return ARTICLES.received("GET")
			.stream()
			.filter((request) -> request.uri().startsWith("/api/v1/pages"))
			.toList();
	}

	@Test
	void putsWhatTheEditorsPinnedFirst() {
		String last = page("/zarechye/", HttpStatus.OK).select("h3 a").eachText().getLast();
		JsonNode pinned = JsonMapper.shared()
			.readTree(StandIn.read("articles-zarechye"))
			.get("items")
			.valueStream()
			.filter((article) -> article.get("headline").asString().equals(last))
			.findFirst()
			.orElseThrow();
		ARTICLES.answer("GET /api/v1/editions/zarechye/main", 200, "{\"items\":[" + pinned + "]}");
		this.clock.turn(Duration.ofMinutes(1));
		Document page = page("/zarechye/", HttpStatus.OK);
		assertThat(page.select(".card-lead h3").text()).isEqualTo(last);
		assertThat(page.select("main .column-main h3 a").eachText()).containsOnlyOnce(last);
	}

	@Test
	void escapesWhatOthersWrote() {
		String evil = "<script>alert(1)</script><img src=x onerror=alert(2)>";
		String json = StandIn.read("article")
			.replace("Мост через Заречку открыли после ремонта", quoted(evil))
			.replace("Мост через Заречку утром", quoted(evil))
			.replace("<p>В субботу",
					quoted(evil + "<a href=\"javascript:alert(3)\">x</a><p onclick=\"alert(4)\">В субботу"));
		ARTICLES.answer("GET /api/v1/pages?path=" + PATH, 200, json);
		COMMENTS.answer("GET " + API + "/comments", 200,
				StandIn.read("comments").replace("Слава богу", quoted(evil)).replace("Валентина", quoted(evil)));
		Document page = page(PATH, HttpStatus.OK);
		assertThat(page.select("script:not([src]):not([type='application/ld+json'])")).isEmpty();
		assertThat(page.select("[onerror], [onclick], [href^=javascript]")).isEmpty();
		assertThat(page.select("h1").text()).contains("<script>alert(1)</script>");
		assertThat(page.select(".comment-text").text()).contains("<script>alert(1)</script>");
	}

	@Test
	void likesWithoutScript() {
		ENGAGEMENT.answer("PUT " + API + "/like", 200, "{\"likes\":65,\"liked\":true}");
		this.client.post()
			.uri(PATH + "/like")
			.header("Sec-Fetch-Site", "same-origin")
			.header("Rayonka-Visitor", "v-1")
			.header("X-Forwarded-For", "192.0.2.1")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.SEE_OTHER)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, PATH + "?said=liked#reactions");
		StandIn.Request put = ENGAGEMENT.received("PUT").getFirst();
		assertThat(put.headers().getFirst("Rayonka-Visitor")).isEqualTo("v-1");
		assertThat(put.headers().getFirst("X-Forwarded-For")).isEqualTo("192.0.2.1");
		Document page = page(PATH + "?said=liked", HttpStatus.OK);
		assertThat(page.select("[data-said=like]").text()).isEqualTo("Спасибо, ваша отметка учтена.");
		assertThat(page.select("form[data-like]").attr("action")).isEqualTo(PATH + "/unlike");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void refusesFormsOfOtherSites(String site) {
		this.client.post().uri(PATH + "/like").header("Sec-Fetch-Site", site).exchange().expectStatus().isForbidden();
		this.client.post()
			.uri(PATH + "/like")
			.header("Origin", "https://elsewhere.example")
			.exchange()
			.expectStatus()
			.isForbidden();
		assertThat(ENGAGEMENT.received("PUT")).isEmpty();
	}

	@Test
	void commentsWithoutScript() {
		COMMENTS.answer("POST " + API + "/comments", 201,
				"{\"id\":\"019b0000-0000-7000-8000-000000000009\",\"status\":\"pending\"}");
		for (int sentTwice = 0; sentTwice < 2; sentTwice++) {
			comment("Хороший мост").expectStatus()
				.isEqualTo(HttpStatus.SEE_OTHER)
				.expectHeader()
				.valueEquals(HttpHeaders.LOCATION,
						PATH + "?at=%1$s&said=pending#comment-%1$s".formatted("019b0000-0000-7000-8000-000000000009"));
		}
		List<StandIn.Request> posts = COMMENTS.received("POST");
		assertThat(posts).hasSize(2);
		assertThat(posts.getFirst().body()).isEqualTo("{\"text\":\"Хороший мост\",\"name\":\"Пётр\"}");
		assertThat(posts.stream().map((post) -> post.headers().getFirst("Idempotency-Key")).distinct()).hasSize(1);
		assertThat(page(PATH + "?said=pending", HttpStatus.OK).select("#comments .said").text())
			.contains("после проверки модератором");
	}

	@ParameterizedTest
	@CsvSource({ "429, 429", "409, 409", "422, 400", "401, 403", "503, 503", "0, 503" })
	void keepsWhatWasTypedWhenACommentIsNotTaken(int answer, int status) {
		COMMENTS.answer("POST " + API + "/comments", answer, "{}");
		COMMENTS.away(answer == 0);
		Document page = Jsoup.parse(text(comment("Хороший <мост>").expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody()));
		assertThat(page.select("textarea").text()).isEqualTo("Хороший <мост>");
		assertThat(page.select("input[name=name]").attr("value")).isEqualTo("Пётр");
		assertThat(page.select("[role=alert]").text()).isNotEmpty();
	}

	@Test
	void knowsWhoIsSignedInAndShowsPagesToAllOthers() {
		Document page = parsed(this.client.get()
			.uri(PATH)
			.headers((headers) -> headers.setBearerAuth("anna"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult());
		assertThat(page.select(".service-name").text()).isEqualTo("Анна Лебедева");
		assertThat(page.select("form[action='/sign-out'][method=post]")).hasSize(1);
		assertThat(page.select("form[data-like][data-signed]")).as("asks what this reader likes").hasSize(1);
		assertThat(page.select("#write-name")).isEmpty();
		this.client.get()
			.uri(PATH)
			.headers((headers) -> headers.setBearerAuth("forged"))
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void keepsTheWishForTheVersionForWeakSight() {
		EntityExchangeResult<String> answer = get(PATH + "?utm_source=x&a11y=on");
		assertThat(parsed(answer).select("html.weak-sight[data-size=150][data-colours=white]")).hasSize(1);
		assertThat(parsed(answer).select("link[rel=stylesheet] + link[href$='/weak-sight.css']")).hasSize(1);
		assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE))
			.startsWith("a11y=150.white.on.normal.normal.sans; Path=/");
		EntityExchangeResult<String> next = as("a11y=200.brown.off.wide.wider.serif", "/zarechye/?cursor=b2xkZXI");
		assertThat(parsed(next).select("""
				html.weak-sight[data-size=200][data-colours=brown][data-pictures=off][data-letters=wide]\
				[data-lines=wider][data-type=serif]""")).hasSize(1);
		assertThat(parsed(next).select("a[href='/zarechye/?cursor=b2xkZXI&a11y=off']").text())
			.isEqualTo("Обычная версия");
		assertThat(parsed(next).select("form.sight input[name=return]").attr("value"))
			.isEqualTo("/zarechye/?cursor=b2xkZXI");
		assertThat(parsed(next).select("form.sight input[checked]").eachAttr("value")).containsExactly("200", "brown",
				"off", "wide", "wider", "serif");
		assertThat(parsed(next).select("img:not([loading=lazy])")).as("pictures nobody wants").isEmpty();
		assertThat(next.getResponseHeaders().getCacheControl()).contains("private");
		assertThat(next.getResponseHeaders().getVary()).contains(HttpHeaders.COOKIE);
		assertThat(
				parsed(as("a11y=200.brown.off.wide.wider.serif", PATH + "?a11y=on")).select("html[data-colours=brown]"))
			.as("asked for again")
			.hasSize(1);
		assertThat(get(PATH + "?a11y=off").getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE))
			.startsWith("a11y=; Path=/; Max-Age=0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "on", "off", "200.pink.off.wide.wider.serif", "200", "x" })
	void showsOrdinaryPagesForACookieThatIsNotOurs(String cookie) {
		Document page = parsed(as("a11y=" + cookie, PATH));
		assertThat(
				page.select(".weak-sight, form.sight, [data-size], script[src$='sight.js'], link[href$='sight.css']"))
			.isEmpty();
		assertThat(page.select(".service-sight").text()).isEqualTo("Версия для слабовидящих");
	}

	@Test
	void settlesTheVersionForWeakSightWithoutScript() {
		BodyInserters.FormInserter<String> form = BodyInserters.fromFormData("size", "200")
			.with("colours", "black")
			.with("pictures", "grey")
			.with("letters", "normal")
			.with("lines", "wide")
			.with("type", "sans");
		post("/a11y", form.with("return", PATH + "?comments=x")).expectStatus()
			.isEqualTo(HttpStatus.SEE_OTHER)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, PATH + "?comments=x")
			.expectCookie()
			.valueEquals("a11y", "200.black.grey.normal.wide.sans")
			.expectCookie()
			.httpOnly("a11y", true);
		post("/a11y", BodyInserters.fromFormData("usual", "").with("return", "//evil.example")).expectHeader()
			.valueEquals(HttpHeaders.LOCATION, "/")
			.expectCookie()
			.valueEquals("a11y", "150.white.on.normal.normal.sans");
		post("/a11y", BodyInserters.fromFormData("size", "huge")).expectStatus().isBadRequest();
		this.client.post().uri("/a11y").header("Sec-Fetch-Site", "cross-site").exchange().expectStatus().isForbidden();
	}

	@Test
	void remembersTheChosenPaper() {
		post("/me/paper", BodyInserters.fromFormData("edition", "zarechye")).expectStatus()
			.isEqualTo(HttpStatus.SEE_OTHER)
			.expectHeader()
			.valueEquals(HttpHeaders.LOCATION, "/zarechye/")
			.expectCookie()
			.valueEquals("paper", "zarechye");
		post("/me/paper", BodyInserters.fromFormData("edition", "nowhere")).expectStatus().isNotFound();
		post("/me/paper", BodyInserters.fromFormData("edition", "")).expectHeader()
			.valueEquals(HttpHeaders.LOCATION, "/")
			.expectCookie()
			.maxAge("paper", Duration.ZERO);
		ARTICLES.sample("GET /api/v1/articles?edition=zarechye&limit=4", "articles-zarechye");
		Document front = parsed(as("paper=zarechye", "/"));
		assertThat(front.select(".own h2 a").attr("href")).isEqualTo("/zarechye/");
		assertThat(front.select(".own li")).hasSize(12);
		assertThat(parsed(as("paper=nowhere", "/")).select(".own")).isEmpty();
		assertThat(page("/", HttpStatus.OK).select(".own")).isEmpty();
		ARTICLES.answer("GET /api/v1/articles?edition=kedrovo&limit=4", 503, "{}");
		assertThat(parsed(as("paper=kedrovo", "/")).select(".card-lead")).as("without it, a whole page").hasSize(1);
	}

	@Test
	void leadsThroughThePaperDayByDay() {
		ARTICLES
			.sample("GET /api/v1/articles?edition=zarechye&from=2026-11-21T17:00:00Z"
					+ "&to=2026-11-22T16:59:59.999999Z&limit=100", "articles-zarechye")
			.answer("GET /api/v1/articles?edition=zarechye&from=2026-11-20T17:00:00Z"
					+ "&to=2026-11-21T16:59:59.999999Z&limit=100", 200, "{\"items\":[],\"next\":null}");
		Document day = page("/zarechye/2026/11/22/", HttpStatus.OK);
		assertThat(day.select("h1").text()).isEqualTo("Воскресенье, 22 ноября 2026");
		assertThat(day.select(".list .card")).hasSize(12);
		assertThat(day.select("a[rel=prev]").attr("href")).isEqualTo("/zarechye/2026/11/21/");
		assertThat(day.select("link[rel=canonical]").attr("href")).endsWith("/zarechye/2026/11/22/");
		Document empty = page("/zarechye/2026/11/21/", HttpStatus.OK);
		assertThat(empty.select("main .note").text()).isEqualTo("В этот день газета ничего не публиковала.");
		assertThat(empty.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		this.client.get()
			.uri("/zarechye/archive/?day=2026-11-21")
			.exchange()
			.expectHeader()
			.location("/zarechye/2026/11/21/");
		this.client.get().uri("/zarechye/2026/11/21").exchange().expectHeader().location("/zarechye/2026/11/21/");
		page("/zarechye/archive/?day=yesterday", HttpStatus.NOT_FOUND);
		page("/zarechye/2026/02/30/", HttpStatus.NOT_FOUND);
		page("/zarechye/2999/01/01/", HttpStatus.NOT_FOUND);
		page("/nowhere/2026/11/22/", HttpStatus.NOT_FOUND);
	}

	@Test
	void leadsFromAnArticleToThoseBeforeAndAfterIt() {
		List<String> urls = JsonMapper.shared()
			.readTree(StandIn.read("articles-zarechye"))
			.get("items")
			.valueStream()
			.map((article) -> article.get("url").asString().substring("http://localhost:8080".length()))
			.toList();
		int place = urls.indexOf(PATH);
		Document story = page(PATH, HttpStatus.OK);
		assertThat(story.select(".neighbours a[rel=prev]").attr("href")).isEqualTo(urls.get(place + 1));
		assertThat(story.select(".neighbours a[rel=next]").eachAttr("href"))
			.isEqualTo(urls.subList(Math.max(place - 1, 0), place));
		assertThat(story.select(".neighbours-day a").attr("href")).isEqualTo("/zarechye/2026/11/22/");
		assertThat(story.select(".neighbours-day").text()).isEqualTo("Все публикации за 22 ноября 2026");
	}

	@Test
	void canBeInstalledAndReadWithoutAConnection() {
		Document page = page(PATH, HttpStatus.OK);
		EntityExchangeResult<String> manifest = get(page.select("link[rel=manifest]").attr("href"));
		assertThat(manifest.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
			.isEqualTo("application/manifest+json");
		JsonNode told = JsonMapper.shared().readTree(text(manifest.getResponseBody()));
		assertThat(told.get("name").asString()).isEqualTo("Районка");
		assertThat(told.get("icons").valueStream()).hasSize(4)
			.allSatisfy((icon) -> this.client.get()
				.uri(icon.get("src").asString())
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.contentType(icon.get("type").asString()));
		EntityExchangeResult<String> worker = get("/sw.js");
		assertThat(worker.getResponseHeaders().getCacheControl()).isEqualTo("no-cache");
		String first = text(worker.getResponseBody()).lines().skip(1).findFirst().orElseThrow();
		JsonNode files = JsonMapper.shared().readTree(first.substring(first.indexOf('['), first.indexOf(';')));
		assertThat(files.valueStream().map(JsonNode::asString)).contains("/offline")
			.allSatisfy((file) -> assertThat(get(file).getStatus()).as(file).isEqualTo(HttpStatus.OK));
		ARTICLES.away(true);
		assertThat(page("/offline", HttpStatus.OK).select("[data-kept]")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "views", "rules", "privacy" })
	void explains(String words) {
		Document page = page("/about/" + words, HttpStatus.OK);
		assertThat(page.select(".prose h2")).hasSize(6);
		assertThat(page.select(".colophon a[href='/about/" + words + "']").text()).isEqualTo(page.select("h1").text());
		assertThat(page("/about/" + words + "?lang=en", HttpStatus.OK).select("h1").text()).isNotEmpty();
	}

	@Test
	void letsOthersCountOnlyReadersWhoAgree() {
		Document unasked = page(PATH, HttpStatus.OK);
		assertThat(unasked.select(".ask a").eachAttr("href")).containsExactly(PATH + "?analytics=on",
				PATH + "?analytics=off");
		assertThat(get(PATH).getResponseHeaders().getFirst("Rayonka-Counted-By")).isNull();
		assertThat(unasked.select("script[data-counter]")).isEmpty();
		for (String from : List.of("cross-site", "same-site", "none")) {
			EntityExchangeResult<String> led = from(from, PATH + "?analytics=on");
			assertThat(led.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE)).as(from).isNull();
			assertThat(parsed(led).select("script[data-counter]")).as(from).isEmpty();
		}
		EntityExchangeResult<String> agreed = from("same-origin", PATH + "?analytics=on");
		assertThat(agreed.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE)).startsWith("analytics=on; Path=/");
		EntityExchangeResult<String> counted = as("analytics=on", PATH);
		assertThat(counted.getResponseHeaders().getFirst("Rayonka-Counted-By")).isEqualTo("metrika");
		assertThat(parsed(counted).select("script[data-counter]").attr("data-counter")).isEqualTo("99000111");
		assertThat(parsed(counted).select(".ask")).isEmpty();
		assertThat(parsed(counted).select(".colophon a[href='" + PATH + "?analytics=off']")).hasSize(1);
		EntityExchangeResult<String> elsewhere = as("analytics=on", "/kedrovo/");
		assertThat(elsewhere.getResponseHeaders().getFirst("Rayonka-Counted-By")).isNull();
		assertThat(parsed(elsewhere).select("script[data-counter], .ask")).isEmpty();
		EntityExchangeResult<String> refused = as("analytics=off", PATH);
		assertThat(refused.getResponseHeaders().getFirst("Rayonka-Counted-By")).isNull();
		assertThat(parsed(refused).select("script[data-counter], .ask")).isEmpty();
	}

	@Test
	void leadsToTheEditionsGroup() {
		String group = "a[href='https://vk.com/zarechye_vesti']";
		assertThat(page(PATH, HttpStatus.OK).select(".actions " + group).text()).isEqualTo("Обсуждение ВКонтакте");
		assertThat(page("/zarechye/imprint", HttpStatus.OK).select(".facts " + group)).hasSize(1);
	}

	@Test
	void saysBeforeSomebodyWritesThatAModeratorReadsFirst() {
		assertThat(page(PATH, HttpStatus.OK).select("#write-rules").text()).contains("появится после проверки");
	}

	@Test
	void letsTheGatewayKeepWhatIsTheSameForEverybody() {
		HttpHeaders page = headers(PATH);
		assertThat(page.getFirst("CDN-Cache-Control")).startsWith("max-age=300");
		assertThat(CacheTags.read(text(page.getFirst(CacheTags.HEADER))))
			.contains(CacheTags.article(UUID.fromString(ID)), CacheTags.comments(UUID.fromString(ID)),
					CacheTags.edition("zarechye"))
			.hasSizeGreaterThan(5)
			.doesNotContain(CacheTags.LISTS);
		assertThat(headers("/zarechye/").getFirst("CDN-Cache-Control")).startsWith("max-age=10,");
		assertThat(CacheTags.read(text(headers("/zarechye/").getFirst(CacheTags.HEADER))))
			.containsExactlyInAnyOrder(CacheTags.edition("zarechye"), CacheTags.LISTS);
		for (String own : List.of(PATH + "?reply=" + ID, PATH + "?lang=en", PATH + "?a11y=on")) {
			assertThat(headers(own).containsHeader("CDN-Cache-Control")).as(own).isFalse();
		}
		COMMENTS.away(true);
		this.clock.turn(Duration.ofMinutes(1));
		assertThat(headers(PATH).getFirst("CDN-Cache-Control")).startsWith("max-age=5,");
	}

	private HttpHeaders headers(String path) {
		return this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
	}

	@Test
	void speaksEnglishToWhoPrefersIt() {
		Document page = parsed(this.client.get()
			.uri(PATH)
			.header(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9,ru;q=0.2")
			.exchange()
			.expectBody(String.class)
			.returnResult());
		assertThat(page.select("html").attr("lang")).isEqualTo("en");
		assertThat(page.select("article.story").attr("lang")).isEqualTo("ru");
		assertThat(page.select("a[data-count=views]").text()).isEqualTo("1,387 views");
		assertThat(page(PATH + "?lang=ru", HttpStatus.OK).select("html").attr("lang")).isEqualTo("ru");
	}

	@Test
	void answersThatNothingChanged() {
		EntityExchangeResult<String> first = get("/zarechye/");
		String tag = text(first.getResponseHeaders().getETag());
		this.client.get()
			.uri("/zarechye/")
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void servesAssetsForEverUnderTheirPresentName() {
		Document page = page(PATH, HttpStatus.OK);
		String style = page.select("link[rel=stylesheet]").attr("href");
		assertThat(style).matches("/assets/[\\w-]{16}/site-8a1c1c\\.css");
		this.client.get()
			.uri(style)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
		this.client.get()
			.uri("/assets/an-older-one/site.js")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
	}

	@ParameterizedTest
	@CsvSource({ "/feeds/zarechye.rss, application/rss+xml;charset=UTF-8",
			"/feeds/zarechye.atom, application/atom+xml;charset=UTF-8",
			"/feeds/all.json, application/feed+json;charset=UTF-8" })
	void feedsReaders(String path, String type) {
		EntityExchangeResult<String> feed = get(path);
		assertThat(feed.getStatus()).isEqualTo(HttpStatus.OK);
		assertThat(feed.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo(type);
		assertThat(feed.getResponseHeaders().getLastModified()).isPositive();
		assertThat(feed.getResponseBody()).contains("http://localhost:8080" + PATH, "Мост через Заречку",
				"Теперь до школы двенадцать минут", "http://localhost:8080/zarechye/2026/11/22/novyy-avtobus");
		this.client.get()
			.uri(path)
			.header(HttpHeaders.IF_NONE_MATCH, text(feed.getResponseHeaders().getETag()))
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void listsItsPagesForSearchEngines() {
		assertThat(get("/robots.txt").getResponseBody()).contains("Sitemap: http://localhost:8080/sitemap.xml");
		assertThat(get("/sitemap.xml").getResponseBody()).contains("<loc>http://localhost:8080/kedrovo/</loc>",
				"<loc>http://localhost:8080" + PATH + "</loc>");
	}

	@Test
	void showsWhatASearchHasFoundWithItsWordsMarked() {
		ARTICLES.answer("GET /api/v1/articles?q=елка&edition=zarechye&from=2026-01-01&limit=20", 200,
				"""
						{"items":[{"id":"%s","url":"http://localhost:8080%s","edition":"zarechye","headline":"Ёлка <на> площади",
						"publishedAt":"2026-11-22T07:05:00Z","excerpt":"У <mark>ёлки</mark> <script>alert(1)</script> &lt;b&gt;"}],
						"next":"bmV4dA"}"""
					.formatted(ID, PATH));
		Document page = page("/search?q=елка&edition=zarechye&from=2026-01-01&to=", HttpStatus.OK);
		assertThat(page.select(".found h2 a").text()).isEqualTo("Ёлка <на> площади");
		assertThat(page.select(".found h2 a").attr("href")).isEqualTo(PATH);
		assertThat(page.select(".found-excerpt").html()).isEqualTo("У <mark>ёлки</mark> &lt;b&gt;");
		assertThat(page.select(".found time").text()).isEqualTo("22 ноября 2026, 14:05");
		assertThat(page.select("a[rel=next]").attr("href"))
			.isEqualTo("/search?q=%D0%B5%D0%BB%D0%BA%D0%B0&edition=zarechye&from=2026-01-01&cursor=bmV4dA");
		assertThat(page.select("form[role=search] input[name=q]").attr("value")).isEqualTo("елка");
		assertThat(page.select("option[selected]").attr("value")).isEqualTo("zarechye");
		assertThat(page.select("input[name=from]").attr("value")).isEqualTo("2026-01-01");
		assertThat(page.select(".masthead-name").text()).isEqualTo("Заречные вести");
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
	}

	@Test
	void saysWhichWordsWereMeant() {
		ARTICLES.answer("GET /api/v1/articles", 200,
				StandIn.read("articles-zarechye").replaceFirst("\\{", "{\"meant\": \"самолет\","));
		assertThat(page("/search?q=<b>самалет", HttpStatus.OK).select("main .note").text())
			.isEqualTo("По запросу «<b>самалет» ничего не нашлось. Показано найденное по запросу «самолет».");
	}

	@Test
	void helpsWhereASearchFindsNothing() {
		ARTICLES.answer("GET /api/v1/articles", 200, "{\"items\":[],\"next\":null}");
		Document page = page("/search?q=пусто&edition=kedrovo", HttpStatus.OK);
		assertThat(page.select("main .note").text()).isEqualTo("По запросу «пусто» ничего не нашлось.");
		assertThat(page.select(".search-help a").attr("href")).isEqualTo("/search?q=%D0%BF%D1%83%D1%81%D1%82%D0%BE");
		assertThat(page("/search?q=пусто&lang=en", HttpStatus.OK).select(".search-help li")).hasSize(2);
	}

	@Test
	void asksNothingOfASearchWithoutWords() {
		assertThat(page("/search?edition=zarechye&q=", HttpStatus.OK).select("main .note, .found")).isEmpty();
		assertThat(ARTICLES.received("GET")).noneMatch((request) -> request.uri().contains("q="));
		assertThat(page("/zarechye/", HttpStatus.OK).select(".service-search").attr("href"))
			.isEqualTo("/search?edition=zarechye");
	}

	@Test
	void saysThatASearchWasNotUnderstoodAndKeepsTheForm() {
		ARTICLES.answer("GET /api/v1/articles", 400, "{}");
		Document page = page("/search?q=мост&from=вчера", HttpStatus.BAD_REQUEST);
		assertThat(page.select("[role=alert]").text()).startsWith("Этот запрос не удалось разобрать");
		assertThat(page.select("input[name=q]").attr("value")).isEqualTo("мост");
		page("/search?q=мост&edition=nowhere", HttpStatus.NOT_FOUND);
	}

	@Test
	void says503ForASearchWithoutArticleService() {
		page("/search", HttpStatus.OK);
		ARTICLES.away(true);
		page("/search?q=мост", HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void showsWhoWroteItAndAllThatTheyWrote() {
		ARTICLES.answer("GET /api/v1/authors/kuzmina", 200, """
				{"slug":"kuzmina","edition":"zarechye","name":"Евгения Кузьмина","position":"корреспондент",
				"about":"Пишет о дорогах <и> мостах.","picture":"http://localhost:8080/media/0a.jpg"}""")
			.sample("GET /api/v1/articles?author=kuzmina&limit=20", "articles-zarechye");
		Document story = page(PATH, HttpStatus.OK);
		assertThat(story.select(".signature a[rel=author]").attr("href")).isEqualTo("/author/kuzmina/");
		assertThat(JsonMapper.shared()
			.readTree(story.select("script[type='application/ld+json']").html())
			.at("/@graph/0/author/0/url")
			.asString()).endsWith("/author/kuzmina/");
		Document author = page("/author/kuzmina/", HttpStatus.OK);
		assertThat(author.select("h1").text()).isEqualTo("Евгения Кузьмина");
		assertThat(author.select(".author").text()).contains("корреспондент", "Пишет о дорогах <и> мостах.");
		assertThat(author.select(".author img").attr("src")).isEqualTo("/media/0a.jpg");
		assertThat(author.select(".masthead-name").text()).isEqualTo("Заречные вести");
		assertThat(author.select(".list .card")).hasSize(12);
		assertThat(author.select("link[rel=canonical]").attr("href")).endsWith("/author/kuzmina/");
		assertThat(author.select("a[rel=next]").attr("href")).isEqualTo("/author/kuzmina/?cursor=b2xkZXI");
		this.client.get().uri("/author/kuzmina").exchange().expectHeader().location("/author/kuzmina/");
		page("/author/nobody/", HttpStatus.NOT_FOUND);
		ARTICLES.answer("GET /api/v1/authors/kuzmina", 503, "{}").answer("GET /api/v1/authors/away", 503, "{}");
		this.clock.turn(Duration.ofMinutes(1));
		assertThat(page("/author/kuzmina/", HttpStatus.OK).select("h1").text()).isEqualTo("Евгения Кузьмина");
		page("/author/away/", HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void showsTheListsThatFillThemselves() {
		ARTICLES
			.answer("GET /api/v1/editions/zarechye/lists", 200,
					"""
							{"items":[{"title":"Мосты & дороги","tag":"дороги","length":3},{"title":"Пусто","tag":"ничто","length":3},
							{"title":"Недоступно","tag":"ошибка","length":3}]}""")
			.sample("GET /api/v1/articles?edition=zarechye&tag=дороги&limit=3", "articles-zarechye")
			.answer("GET /api/v1/articles?edition=zarechye&tag=ничто&limit=3", 200, "{\"items\":[],\"next\":null}")
			.answer("GET /api/v1/articles?edition=zarechye&tag=ошибка&limit=3", 503, "{}");
		Document front = page("/zarechye/", HttpStatus.OK);
		assertThat(front.select("h2[id^=list-]").eachText()).containsExactly("Мосты & дороги");
		assertThat(front.select("section[aria-labelledby=list-0] .card")).hasSize(12);
	}

	@Test
	void listsWhatHasATag() {
		ARTICLES.sample("GET /api/v1/articles?edition=zarechye&tag=дороги&limit=20", "articles-zarechye")
			.answer("GET /api/v1/articles?edition=zarechye&tag=ничто&limit=20", 200, "{\"items\":[],\"next\":null}");
		Document story = page(PATH, HttpStatus.OK);
		assertThat(story.select(".tags a").eachText()).containsExactly("дороги", "ремонт");
		assertThat(story.select(".tags span.hash").eachText()).containsExactly("ЖКХ/тарифы");
		Document list = page("/zarechye/tag/дороги/", HttpStatus.OK);
		assertThat(list.select("h1").text()).isEqualTo("#дороги");
		assertThat(list.select(".list .card")).hasSize(12);
		assertThat(list.select("a[rel=next]").attr("href"))
			.isEqualTo(story.select(".tags a").attr("href") + "?cursor=b2xkZXI");
		page("/zarechye/tag/ничто/", HttpStatus.NOT_FOUND);
	}

	@Test
	void namesTheRubricInWhichAStoryOfAnotherEditionRunsHere() {
		String shared = """
				{"items":[{"id":"%s","url":"http://localhost:8080%s","edition":"zarechye","rubric":"agro",
				"headline":"Мост","publishedAt":"2026-11-22T07:05:00Z","tags":[],"revision":2,
				"alsoIn":[{"edition":"kedrovo","rubric":"society"}]}],"next":null}""".formatted(ID, PATH);
		ARTICLES.answer("GET /api/v1/articles?edition=kedrovo&limit=40", 200, shared)
			.answer("GET /api/v1/articles?edition=kedrovo&rubric=society&limit=20", 200, shared);
		Document list = page("/kedrovo/society/", HttpStatus.OK);
		assertThat(list.select(".list .card a").attr("href")).isEqualTo(PATH);
		assertThat(list.select(".list .card .kicker").text()).isEqualTo("Общество");
	}

	@Test
	void namesTheNewsroomInTheImprint() {
		ARTICLES.answer("GET /api/v1/authors?edition=zarechye", 200,
				"""
						{"items":[{"slug":"kuzmina","edition":"zarechye","name":"Евгения Кузьмина","position":"корреспондент"}]}""");
		Document imprint = page("/zarechye/imprint", HttpStatus.OK);
		assertThat(imprint.select(".newsroom a").attr("href")).isEqualTo("/author/kuzmina/");
	}

	private Document page(String path, HttpStatus status) {
		EntityExchangeResult<String> answer = get(path);
		assertThat(answer.getStatus()).as(path).isEqualTo(status);
		assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/html;charset=UTF-8");
		return parsed(answer);
	}

	private EntityExchangeResult<String> from(String fetchSite, String path) {
		return this.client.get()
			.uri(path)
			.header("Sec-Fetch-Site", fetchSite)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	private EntityExchangeResult<String> as(String cookie, String path) {
		return this.client.get()
			.uri(path)
			.header(HttpHeaders.COOKIE, cookie)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	private EntityExchangeResult<String> get(String path) {
		return this.client.get().uri(path).exchange().expectBody(String.class).returnResult();
	}

	private WebTestClient.ResponseSpec post(String path, BodyInserters.FormInserter<String> form) {
		return this.client.post().uri(path).header("Sec-Fetch-Site", "same-origin").body(form).exchange();
	}

	private WebTestClient.ResponseSpec comment(String words) {
		return this.client.post()
			.uri(PATH + "/comments")
			.header("Rayonka-Visitor", "v-1")
			.body(BodyInserters.fromFormData("text", words).with("name", "Пётр").with("parent", ""))
			.exchange();
	}

	private static Document parsed(EntityExchangeResult<String> answer) {
		return Jsoup.parse(text(answer.getResponseBody()));
	}

	private static String text(@Nullable String text) {
		return assertThat(text).isNotNull().actual();
	}

	private static String quoted(String text) {
		return text.replace("\"", "\\\"");
	}

	@TestConfiguration
	static class Surroundings {

		@Bean
		@Primary
		TurnedClock turnedClock() {
			return new TurnedClock();
		}

		@Bean
		@Primary
		ReactiveJwtDecoder tokens() {
			return (token) -> token.equals("anna") ? Mono.just(anna()) : Mono.error(new BadJwtException("forged"));
		}

		private static Jwt anna() {
			return Jwt.withTokenValue("anna")
				.header("alg", "none")
				.expiresAt(Instant.MAX)
				.claims((claims) -> claims.putAll(Map.of("sub", "019a", "name", "Анна Лебедева")))
				.build();
		}

	}

}
