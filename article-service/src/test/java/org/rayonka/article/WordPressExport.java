package org.rayonka.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes exports as WordPress does, for a small paper of the district.
 */
final class WordPressExport {

	private final List<String> parts = new ArrayList<>();

	private String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n";

	WordPressExport declared(String encoding) {
		this.declaration = "<?xml version=\"1.0\" encoding=\"" + encoding + "\" ?>\n";
		return this;
	}

	WordPressExport raw(String xml) {
		this.parts.add(xml);
		return this;
	}

	WordPressExport author(String login, String name) {
		return raw("<wp:author><wp:author_login>" + cdata(login) + "</wp:author_login><wp:author_display_name>"
				+ cdata(name) + "</wp:author_display_name></wp:author>\n");
	}

	WordPressExport attachment(int id, String url) {
		return raw("<item><title>файл</title><wp:post_id>" + id + "</wp:post_id><wp:post_type>attachment</wp:post_type>"
				+ "<wp:status>inherit</wp:status><wp:attachment_url>" + cdata(url) + "</wp:attachment_url></item>\n");
	}

	WordPressExport post(int id, String title, String body, String... more) {
		return raw("<item><title>" + cdata(title) + "</title><link>https://old.example/2015/03/post-" + id
				+ "/</link><pubDate>Sun, 01 Mar 2015 07:00:00 +0000</pubDate><dc:creator>" + cdata("petr")
				+ "</dc:creator><guid isPermaLink=\"false\">https://old.example/?p=" + id
				+ "</guid><description></description><content:encoded>" + cdata(body)
				+ "</content:encoded><excerpt:encoded>" + cdata("") + "</excerpt:encoded><wp:post_id>" + id
				+ "</wp:post_id><wp:post_date>2015-03-01 12:00:00</wp:post_date>"
				+ "<wp:post_date_gmt>2015-03-01 05:00:00</wp:post_date_gmt>"
				+ "<wp:comment_status>open</wp:comment_status><wp:post_name>post-" + id + "</wp:post_name>"
				+ (String.join("", more).contains("<wp:status>") ? "" : "<wp:status>publish</wp:status>")
				+ "<wp:post_type>post</wp:post_type>" + String.join("", more) + "</item>\n");
	}

	static String category(String slug, String name) {
		return "<category domain=\"category\" nicename=\"" + slug + "\">" + cdata(name) + "</category>";
	}

	static String tag(String name) {
		return "<category domain=\"post_tag\" nicename=\"t\">" + cdata(name) + "</category>";
	}

	static String meta(String key, String value) {
		return "<wp:postmeta><wp:meta_key>" + cdata(key) + "</wp:meta_key><wp:meta_value>" + cdata(value)
				+ "</wp:meta_value></wp:postmeta>";
	}

	static String comment(int id, int parent, String text, String approved) {
		return "<wp:comment><wp:comment_id>" + id + "</wp:comment_id><wp:comment_author>" + cdata("Мария")
				+ "</wp:comment_author><wp:comment_date>2015-03-02 10:00:00</wp:comment_date>"
				+ "<wp:comment_date_gmt>2015-03-02 03:00:00</wp:comment_date_gmt><wp:comment_content>" + cdata(text)
				+ "</wp:comment_content><wp:comment_approved>" + approved + "</wp:comment_approved>"
				+ "<wp:comment_type></wp:comment_type><wp:comment_parent>" + parent
				+ "</wp:comment_parent></wp:comment>";
	}

	/** A section cannot hold its own end. */
	static String cdata(String text) {
		return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
	}

	String text() {
		return this.declaration + "<!-- generator=\"WordPress/6.4\" -->\n<rss version=\"2.0\""
				+ " xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\""
				+ " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
				+ " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\">\n"
				+ "<channel>\n<title>Заречные вести</title>\n<link>https://old.example</link>\n"
				+ "<wp:wxr_version>1.2</wp:wxr_version>\n<wp:base_blog_url>https://old.example</wp:base_blog_url>\n"
				+ String.join("", this.parts) + "</channel>\n</rss>\n";
	}

}
