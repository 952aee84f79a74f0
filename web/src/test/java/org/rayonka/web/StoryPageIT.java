package org.rayonka.web;

import java.util.List;
import java.util.Objects;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of an article, with everything that a district paper's page has.
 */
class StoryPageIT extends SiteUnderTest {

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
	void leadsToTheEditionsGroup() {
		String group = "a[href='https://vk.com/zarechye_vesti']";
		assertThat(page(PATH, HttpStatus.OK).select(".actions " + group).text()).isEqualTo("Обсуждение ВКонтакте");
		assertThat(page("/zarechye/imprint", HttpStatus.OK).select(".facts " + group)).hasSize(1);
	}

	@Test
	void saysBeforeSomebodyWritesThatAModeratorReadsFirst() {
		assertThat(page(PATH, HttpStatus.OK).select("#write-rules").text()).contains("появится после проверки");
	}

	private static String quoted(String text) {
		return text.replace("\"", "\\\"");
	}

}
