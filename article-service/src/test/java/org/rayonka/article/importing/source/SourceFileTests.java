package org.rayonka.article.importing.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each format is told by its content, and read as widely as its writers stray.
 */
class SourceFileTests {

	private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

	private static final ZoneId ZONE = ZoneId.of("Asia/Novosibirsk");

	private static final String WXR = """
			<?xml version="1.0" encoding="UTF-8"?>
			<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
			xmlns:w="http://wordpress.org/export/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
			<channel>%s</channel></rss>""";

	@TempDir
	private Path folder = Path.of("");

	@Test
	void readsWordPressUnderWhateverPrefix() throws IOException {
		List<Entry> entries = read(WXR.formatted(
				"""
						<w:author><w:author_login>petr</w:author_login><w:author_display_name>Пётр</w:author_display_name></w:author>
						<item><title><![CDATA[Мост]]> &amp; дорога</title><dc:creator>petr</dc:creator><w:post_id>7</w:post_id>
						<w:status>publish</w:status><w:post_type>post</w:post_type>
						<content:encoded><![CDATA[a]]]]><![CDATA[>b&nbsp;c]]></content:encoded>
						<category domain="category" nicename="o"><![CDATA[Общество]]></category>
						<category domain="post_tag" nicename="t">мосты</category><category domain="nav_menu">x</category>
						<w:postmeta><w:meta_key>views</w:meta_key><w:meta_value>120</w:meta_value></w:postmeta>
						<w:postmeta><w:meta_key>post_views_count</w:meta_key><w:meta_value>1500</w:meta_value></w:postmeta>
						<w:postmeta><w:meta_key>_likes</w:meta_key><w:meta_value>a:1:{i:0;s:3:"x";}</w:meta_value></w:postmeta></item>"""));
		assertThat(entries.getFirst()).isEqualTo(new Entry.Author("petr", "Пётр"));
		SourcePost post = only(entries);
		assertThat(post.title()).isEqualTo("Мост & дорога");
		assertThat(post.body()).isEqualTo("a]]>b&nbsp;c");
		assertThat(post.labels().categories()).extracting(Term::name).containsExactly("Общество");
		assertThat(post.labels().tags()).extracting(Term::name).containsExactly("мосты");
		assertThat(post.talk().views()).isEqualTo(1500);
		assertThat(post.talk().likes()).isNull();
	}

	@Test
	void readsNestedCommentsWithTheirStanding() throws IOException {
		SourcePost post = only(read(WXR.formatted("<item><title>t</title><w:post_id>7</w:post_id>"
				+ comment(1, 0, "1", "") + comment(2, 1, "0", "comment") + comment(3, 1, "spam", "")
				+ comment(4, 2, "1", "pingback") + comment(5, 2, "trash", "") + "</item>")));
		assertThat(post.talk().comments()).extracting(SourceComment::id).containsExactly("1", "2", "3", "4", "5");
		assertThat(post.talk().comments()).extracting(SourceComment::standing)
			.containsExactly(SourceComment.Standing.APPROVED, SourceComment.Standing.HELD,
					SourceComment.Standing.DROPPED, SourceComment.Standing.DROPPED, SourceComment.Standing.DROPPED);
		assertThat(post.talk().comments().get(1).parent()).isEqualTo("1");
	}

	private static String comment(int id, int parent, String approved, String type) {
		return "<w:comment><w:comment_id>%d</w:comment_id><w:comment_parent>%d</w:comment_parent>".formatted(id, parent)
				+ "<w:comment_approved>" + approved + "</w:comment_approved><w:comment_type>" + type
				+ "</w:comment_type><w:comment_content><![CDATA[Да]]></w:comment_content></w:comment>";
	}

	@Test
	void passesOverWhatIsNoArticleWithTheReason() throws IOException {
		List<Entry> entries = read(WXR.formatted("""
				<item><title>О нас</title><w:post_type>page</w:post_type></item>
				<item><title>Меню</title><w:post_type>nav_menu_item</w:post_type></item>
				<item><title>Корзина</title><w:post_type>post</w:post_type><w:status>trash</w:status></item>
				<item><title>Тайна</title><w:post_id>1</w:post_id><w:status>publish</w:status>
				<w:post_password>x</w:post_password></item>
				<item><w:post_type>attachment</w:post_type><w:post_id>9</w:post_id>
				<w:attachment_url>https://old.example/a.jpg</w:attachment_url></item>"""));
		assertThat(entries.stream().filter(Entry.Passed.class::isInstance).map(Entry.Passed.class::cast))
			.extracting(Entry.Passed::why)
			.containsExactly("a page is not an article", "a nav_menu_item is not an article", "its status is trash");
		assertThat(only(entries).published()).isFalse();
		assertThat(entries).contains(new Entry.Attachment(9, "https://old.example/a.jpg"));
	}

	@Test
	void readsThousandsOfAuthors() throws IOException {
		StringBuilder authors = new StringBuilder();
		for (int n = 0; n < 5000; n++) {
			authors.append("<w:author><w:author_login>a").append(n).append("</w:author_login></w:author>");
		}
		assertThat(read(WXR.formatted(authors))).hasSize(5000).doesNotHaveDuplicates();
	}

	@Test
	void readsGhostWhateverTheOrderOfItsTables() throws IOException {
		List<Entry> entries = read("""
				{"db":[{"meta":{"exported_on":1,"version":"5.2"},"data":{
				"posts_tags":[{"id":"x","post_id":"p1","tag_id":"t2","sort_order":1},
				{"post_id":"p1","tag_id":"t1","sort_order":0}],"settings":[{"key":"posts","value":"[{}]"}],
				"posts":[{"id":"p1","title":"Мост","slug":"most","html":"<p>Да</p>","status":"published","type":"post",
				"visibility":"public","published_at":"2020-02-03T04:05:06.000Z","feature_image":"__GHOST_URL__/a.jpg"},
				{"id":"p2","title":"Набросок","html":null,"plaintext":"Текст","status":"draft","published_at":null},
				{"id":"p3","title":"О нас","status":"published","type":"page"},
				{"id":"p4","title":"Членам","html":"<p/>","status":"published","visibility":"paid"}],
				"tags":[{"id":"t1","name":"Общество","slug":"o"},{"id":"t2","name":"мосты","slug":"m"}],
				"users":[{"id":"u1","name":"Пётр"}],"posts_authors":[{"post_id":"p1","author_id":"u1"}]}}]}""");
		List<SourcePost> posts = posts(entries);
		assertThat(posts).extracting(SourcePost::title).containsExactly("Мост", "Набросок", "Членам");
		assertThat(posts).extracting(SourcePost::published).containsExactly(true, false, false);
		assertThat(posts).extracting(SourcePost::form)
			.containsExactly(SourcePost.Form.HTML, SourcePost.Form.TEXT, SourcePost.Form.HTML);
		assertThat(posts.getFirst().addresses()).containsExactly("/most/");
		assertThat(posts.getFirst().date().find(ZONE, NOW).at()).isEqualTo("2020-02-03T04:05:06Z");
		assertThat(entries).contains(new Entry.Bond("p1", true, "t1", 0), new Entry.Author("u1", "Пётр"));
	}

	@Test
	void readsRssWithWholeTexts() throws IOException {
		SourcePost post = only(
				read("""
						<rss version="2.0" xmlns:yandex="http://news.yandex.ru" xmlns:media="http://search.yahoo.com/mrss/">
						<channel><title>Вести</title><item><title>Мост</title><link>https://old.example/most.html</link>
						<guid>https://old.example/most.html</guid><description>Коротко</description><category>Общество</category>
						<author>petr@old.example (Пётр)</author><pubDate>Вт, 3 Feb 2020 10:05 MSK</pubDate>
						<enclosure url="https://old.example/a.jpg" type="image/jpeg" length="1"/>
						<yandex:full-text>Весь &lt;b&gt;текст&lt;/b&gt;</yandex:full-text></item></channel></rss>"""));
		assertThat(post.body()).isEqualTo("Весь <b>текст</b>");
		assertThat(post.excerpt()).isEqualTo("Коротко");
		assertThat(post.labels().authors()).containsExactly("Пётр");
		assertThat(post.lead()).isEqualTo("https://old.example/a.jpg");
		assertThat(post.addresses()).containsExactly("https://old.example/most.html");
		assertThat(post.date().find(ZONE, NOW).at()).isEqualTo("2020-02-03T07:05:00Z");
	}

	@Test
	void readsAtomWithXhtml() throws IOException {
		SourcePost post = only(
				read("""
						<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Вести</name></author>
						<entry><id>urn:1</id><title type="html">Мост &amp;amp; дорога</title><updated>2020-02-03T10:05:06+03:00</updated>
						<link rel="alternate" href="https://old.example/most"/><link rel="edit" href="https://old.example/edit"/>
						<category term="o" label="Общество"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
						<p>Да &lt; нет</p></div></content></entry></feed>"""));
		assertThat(post.body()).contains("<p>Да &lt; нет</p>");
		assertThat(post.labels().authors()).containsExactly("Вести");
		assertThat(post.labels().categories()).containsExactly(new Term("o", "Общество"));
		assertThat(post.addresses()).containsExactly("https://old.example/most");
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF" })
	void believesAByteOrderMark(String charset, String mark) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(HexFormat.of().parseHex(mark));
		bytes.writeBytes(WXR.formatted("<item><title>Ёлка</title><w:post_id>1</w:post_id></item>")
			.replace("UTF-8", charset)
			.getBytes(Charset.forName(charset)));
		assertThat(only(read(bytes.toByteArray())).title()).isEqualTo("Ёлка");
	}

	@Test
	void putsSpacesInThePlaceOfControlCharacters() throws IOException {
		assertThat(only(read(WXR
			.formatted("<item><title><![CDATA[Мост\u0007\u001B готов]]></title><w:post_id>1</w:post_id></item>")))
			.title()).isEqualTo("Мост   готов");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>",
			"<!DOCTYPE rss SYSTEM 'http://127.0.0.1/x.dtd'><rss><channel/></rss>",
			"<!DOCTYPE l [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><rss><channel>&b;</channel></rss>",
			"<rss><channel><item><title>&unknown;</title></item></channel></rss>",
			"<rss><channel><item></channel></rss>", "<rss><channel/></rss><more/>", "<rss/>", "<svg/>",
			"{\"db\":[{\"data\":{\"posts\":[{\"id\":", "{}", "[]", "PK\u0003\u0004", "", "   ", "\uFEFF" })
	void refusesWhatIsNoExportWithALine(String file) {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(file))
			.satisfies((ex) -> assertThat(ex.line()).isPositive());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2015-03-01 12:00:00 | 2015-03-01T12:00:00Z",
			"Sun, 01 Mar 2015 07:00:00 +0500 | 2015-03-01T02:00:00Z", "Sun, 1 Mar 15 07:00 GMT | 2015-03-01T07:00:00Z",
			"2015-03-01T07:00:00+05:00 | 2015-03-01T02:00:00Z", "2015-03-01T07:00:00.123Z | 2015-03-01T07:00:00.123Z",
			"01.03.2015 07:00 | 2015-03-01T07:00:00Z", "1425186000000 | 2015-03-01T05:00:00Z",
			"2015-03-01 | 2015-03-01T00:00:00Z" })
	void readsDatesAsTheyAreWritten(String text, Instant at) {
		assertThat(SourceDate.of(text).find(ZONE, NOW)).isEqualTo(new SourceDate.Found(at, Optional.empty()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "вчера", "2015-13-45 99:00:00", "0000-00-00 00:00:00", "2999-01-01 00:00:00",
			"1601-01-01 00:00:00", "99999999999999", "" })
	void doubtsDatesThatCannotBe(String text) {
		SourceDate.Found found = SourceDate.of(text).find(ZONE, NOW);
		assertThat(found.at()).isEqualTo(NOW);
		assertThat(found.doubt()).isPresent();
	}

	@Test
	void takesALocalDateWhenTheOtherIsEmpty() throws IOException {
		SourcePost post = only(read(WXR.formatted("<item><w:post_id>1</w:post_id>"
				+ "<w:post_date_gmt>0000-00-00 00:00:00</w:post_date_gmt><w:post_date>2015-03-01 12:00:00</w:post_date></item>")));
		assertThat(post.date().find(ZONE, NOW).at()).isEqualTo("2015-03-01T06:00:00Z");
	}

	private static SourcePost only(List<Entry> entries) {
		assertThat(posts(entries)).hasSize(1);
		return posts(entries).getFirst();
	}

	private static List<SourcePost> posts(List<Entry> entries) {
		return entries.stream()
			.filter(Entry.Post.class::isInstance)
			.map(Entry.Post.class::cast)
			.map(Entry.Post::post)
			.toList();
	}

	private List<Entry> read(String file) throws IOException {
		return read(file.getBytes(StandardCharsets.UTF_8));
	}

	private List<Entry> read(byte[] file) throws IOException {
		Path path = Files.write(this.folder.resolve("export"), file);
		List<Entry> entries = new ArrayList<>();
		try (Entries reading = new SourceFile(path).open()) {
			for (Entry entry = reading.next(); entry != null; entry = reading.next()) {
				entries.add(entry);
			}
		}
		return entries;
	}

}
