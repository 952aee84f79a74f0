import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The export of a paper's old site as WordPress or Ghost would write it, with the odd
 * things that real ones hold. The same seed gives the same file.
 */
final class OldSite {

	private static final List<String> WORDS = List.of("район", "посёлок", "Заречье", "администрация", "школа", "уборка",
			"урожай", "дорога", "ремонт", "выставка", "ветераны", "праздник", "библиотека", "хоккей", "паводок", "мост",
			"больница", "ферма", "ёлка", "съезд", "объявление", "музей", "совет", "бюджет", "автобус", "маршрут");

	private static final List<String> CATEGORIES = List.of("Общество", "Спорт", "Сельское хозяйство", "Культура",
			"Власть", "Без рубрики");

	private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final String[] ODD = {
			// a section cannot hold its own end
			"<p>Код: a[b[0]]>1 и хвост.</p>",
			"<!-- wp:paragraph -->\n<p>Блок с <strong>жирным</strong>.</p>\n<!-- /wp:paragraph -->\n\n"
					+ "<!-- wp:acme/poll {\"id\":7} /-->",
			"[caption id=\"attachment_1\" width=\"300\"]%1$s Подпись к снимку[/caption]\n\nТекст после снимка.",
			"Смотрите:\n\nhttps://rutube.ru/video/0123456789abcdef0123456789abcdef/\n\nКонец.",
			"[contact-form-7 id=\"5\"]Напишите нам[/contact-form-7]",
			"<table><tr><td>Сев</td><td>12 га</td></tr></table>",
			"<script>alert(1)</script><p onclick=\"x()\">Чисто</p><iframe src=\"https://vk.com/video_ext.php?oid=-1&amp;id=2\"></iframe>",
			"Вертикальная\u000bтабуляция &nbsp;и&nbsp;сущности &laquo;кавычки&raquo; &#8212; тире.",
			"<blockquote>Цитата</blockquote><ul><li>раз<li>два</ul>" };

	private final int posts;

	private final String pictures;

	private final boolean talk;

	private final Random random = new Random(7);

	private long comments;

	private long views;

	private long likes;

	/**
	 * A site.
	 * @param posts how many there are, one in fifty of them a draft
	 * @param pictures the folder from which its pictures can be fetched, empty for none
	 * @param talk whether there are comments, views and likes
	 */
	OldSite(int posts, String pictures, boolean talk) {
		this.posts = posts;
		this.pictures = pictures;
		this.talk = talk;
	}

	static boolean draft(int post) {
		return post % 50 == 49;
	}

	/** What an import of it has to say at its end. */
	String told() {
		long drafts = IntStream.rangeClosed(1, this.posts).filter(OldSite::draft).count();
		return "posts %d, of them drafts %d, comments that were approved %d, views %d, likes %d".formatted(this.posts,
				drafts, this.comments, this.views, this.likes);
	}

	void writeWordPress(Path file) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			out.write("""
					<?xml version="1.0" encoding="UTF-8" ?>
					<!-- This is a WordPress eXtended RSS file -->
					<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
						xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
						xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:wp="http://wordpress.org/export/1.2/">
					<channel><title>Заречные вести</title><link>https://old.example</link>
					<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
					""");
			for (int author = 0; author < 3000; author++) {
				out.write("<wp:author><wp:author_id>%d</wp:author_id><wp:author_login>%s</wp:author_login>"
					.formatted(author, cdata("user" + author)));
				out.write("<wp:author_display_name>%s</wp:author_display_name></wp:author>%n".formatted(cdata(name(author))));
			}
			for (int post = 1; post <= this.posts; post++) {
				post(out, post);
			}
			out.write("</channel>\n</rss>\n");
		}
	}

	private void post(Writer out, int post) throws IOException {
		LocalDateTime at = at(post);
		String slug = (post % 7 == 0) ? "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C-" + post : "novost-" + post / 2;
		out.write("<item><title>%s</title><link>https://old.example/%d/%02d/%s/%d/</link>".formatted(cdata(headline(post)),
				at.getYear(), at.getMonthValue(), slug, post));
		out.write("<dc:creator>%s</dc:creator><guid isPermaLink=\"false\">https://old.example/?p=%d</guid>"
			.formatted(cdata("user" + post % 12), post));
		out.write("<content:encoded>%s</content:encoded><excerpt:encoded>%s</excerpt:encoded>".formatted(cdata(body(post)),
				cdata((post % 3 == 0) ? words(12) : "")));
		out.write("<wp:post_id>%d</wp:post_id><wp:post_date>%s</wp:post_date><wp:post_date_gmt>%s</wp:post_date_gmt>"
			.formatted(post, at.plusHours(7).format(SQL), (post % 11 == 0) ? "0000-00-00 00:00:00" : at.format(SQL)));
		out.write("<wp:comment_status>open</wp:comment_status><wp:post_name>%s</wp:post_name><wp:status>%s</wp:status>"
			.formatted(slug, draft(post) ? "draft" : "publish"));
		out.write("<wp:post_type>post</wp:post_type><category domain=\"category\" nicename=\"\">%s</category>"
			.formatted(cdata(CATEGORIES.get(post % CATEGORIES.size()))));
		out.write("<category domain=\"post_tag\" nicename=\"t\">%s</category>".formatted(cdata(WORDS.get(post % 26))));
		if (this.talk) {
			said(out, post);
		}
		out.write("</item>\n");
	}

	private void said(Writer out, int post) throws IOException {
		out.write(meta("post_views_count", post % 1000) + meta("_post_like_count", post % 17));
		int said = post % 4;
		for (int comment = 1; comment <= said; comment++) {
			out.write(("<wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_author>%s</wp:comment_author>"
					+ "<wp:comment_author_email>reader@old.example</wp:comment_author_email>"
					+ "<wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>"
					+ "<wp:comment_date_gmt>%s</wp:comment_date_gmt><wp:comment_content>%s</wp:comment_content>"
					+ "<wp:comment_approved>%s</wp:comment_approved><wp:comment_parent>%d</wp:comment_parent></wp:comment>")
				.formatted(post * 10L + comment, cdata(name(comment)), at(post).plusHours(comment).format(SQL),
						cdata(words(9)), (comment == 3) ? "spam" : "1", (comment == 2) ? post * 10L + 1 : 0));
		}
		if (!draft(post)) {
			this.comments += Math.min(said, 2);
			this.views += post % 1000;
			this.likes += post % 17;
		}
	}

	private static String meta(String key, long value) {
		return "<wp:postmeta><wp:meta_key>%s</wp:meta_key><wp:meta_value>%s</wp:meta_value></wp:postmeta>"
			.formatted(cdata(key), cdata(Long.toString(value)));
	}

	void writeGhost(Path file) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			out.write("{\"db\":[{\"meta\":{\"version\":\"5.82.0\"},\"data\":{\"posts\":[");
			for (int post = 1; post <= this.posts; post++) {
				out.write(((post > 1) ? ",\n" : "\n") + """
						{"id":"p%d","title":%s,"slug":"novost-%d","html":%s,"type":"post","status":"%s","visibility":"public",\
						"custom_excerpt":null,"feature_image":null,"published_at":"%s","created_at":"%s"}"""
					.formatted(post, json(headline(post)), post, json(body(post)), draft(post) ? "draft" : "published",
							at(post).atOffset(ZoneOffset.UTC), at(post).format(SQL)));
			}
			out.write("],\n\"tags\":[");
			out.write(IntStream.range(0, CATEGORIES.size())
				.mapToObj((tag) -> "{\"id\":\"t%d\",\"name\":%s,\"slug\":\"tag-%d\"}".formatted(tag,
						json(CATEGORIES.get(tag)), tag))
				.collect(Collectors.joining(",")));
			out.write("],\n\"users\":[");
			out.write(IntStream.range(0, 3000)
				.mapToObj((user) -> "{\"id\":\"u%d\",\"name\":%s}".formatted(user, json(name(user))))
				.collect(Collectors.joining(",\n")));
			out.write("],\n\"posts_tags\":[");
			for (int post = 1; post <= this.posts; post++) {
				out.write("%s{\"post_id\":\"p%d\",\"tag_id\":\"t%d\",\"sort_order\":0}".formatted((post > 1) ? ",\n" : "",
						post, post % CATEGORIES.size()));
			}
			out.write("],\n\"posts_authors\":[");
			for (int post = 1; post <= this.posts; post++) {
				out.write("%s{\"post_id\":\"p%d\",\"author_id\":\"u%d\",\"sort_order\":0}".formatted((post > 1) ? ",\n" : "",
						post, post % 12));
			}
			out.write("]}}]}\n");
		}
	}

	private String headline(int post) {
		String words = words(5);
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ((post % 5 == 0) ? " &amp; " : " ") + post;
	}

	private String body(int post) {
		String picture = this.pictures.isEmpty() ? "" : "<img src=\"%s/%d.png\" alt=\"Снимок\">".formatted(this.pictures, post % 20);
		String odd = ODD[post % ODD.length].replace("%1$s", picture);
		return IntStream.range(0, 6).mapToObj((line) -> words(30) + ".").collect(Collectors.joining("\n\n")) + "\n\n" + odd;
	}

	private LocalDateTime at(int post) {
		return LocalDateTime.of(2015, 3, 1, 5, 0).plusMinutes(50L * post % (10 * 365 * 24 * 60));
	}

	private String words(int count) {
		return this.random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
	}

	private static String name(int author) {
		return List.of("Мария", "Пётр", "Анна", "Иван").get(author % 4) + " Автор-" + author;
	}

	private static String cdata(String text) {
		return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
	}

	private static String json(String text) {
		return '"' + text.replace("\\", "\\\\")
			.replace("\"", "\\\"")
			.replace("\n", "\\n")
			.replace("\u000b", "\\u000b") + '"';
	}

}
