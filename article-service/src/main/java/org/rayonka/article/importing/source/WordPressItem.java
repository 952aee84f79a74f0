package org.rayonka.article.importing.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.rayonka.article.importing.source.SourceDate.Written;
import org.rayonka.article.importing.source.SourcePost.Form;
import org.rayonka.article.importing.source.SourcePost.Labels;
import org.rayonka.article.importing.source.SourcePost.Talk;

/**
 * An item of WordPress' export: a post, an attachment, or what WordPress keeps beside.
 */
final class WordPressItem {

	/** Types under which posts of newspapers are kept. */
	private static final Set<String> POSTS = Set.of("post", "", "news", "novosti", "article", "articles", "story");

	private static final Set<String> DRAFTS = Set.of("draft", "pending", "private", "future");

	private final long line;

	private final Map<String, String> fields = new HashMap<>();

	private final Map<String, String> meta = new HashMap<>();

	private final List<Term> categories = new ArrayList<>();

	private final List<Term> tags = new ArrayList<>();

	private final List<SourceComment> comments = new ArrayList<>();

	private boolean permanent;

	private WordPressItem(long line) {
		this.line = line;
	}

	static WordPressItem read(Xml xml) {
		WordPressItem item = new WordPressItem(xml.line());
		while (xml.child()) {
			switch (xml.name()) {
				case "category" -> item.category(xml);
				case "wp:postmeta" -> item.meta(xml);
				case "wp:comment" -> item.comments.add(WordPressComment.read(xml));
				case "guid" -> item.guid(xml);
				default -> item.fields.putIfAbsent(xml.name(), xml.text());
			}
		}
		return item;
	}

	private void category(Xml xml) {
		String domain = xml.attribute("domain");
		String slug = xml.attribute("nicename");
		Term term = new Term(slug, xml.text().strip());
		switch (domain) {
			case "category", "" -> this.categories.add(term);
			case "post_tag", "tag" -> this.tags.add(term);
			default -> {
			}
		}
	}

	private void meta(Xml xml) {
		String key = "";
		String value = "";
		while (xml.child()) {
			switch (xml.name()) {
				case "wp:meta_key" -> key = xml.text().strip();
				case "wp:meta_value" -> value = xml.text().strip();
				default -> xml.skip();
			}
		}
		if (value.length() < 1000) {
			this.meta.putIfAbsent(key, value);
		}
	}

	private void guid(Xml xml) {
		this.permanent = !xml.attribute("isPermaLink").equals("false");
		this.fields.putIfAbsent("guid", xml.text());
	}

	Entry entry() {
		String type = field("wp:post_type");
		String status = field("wp:status").toLowerCase(Locale.ROOT);
		if (type.equals("attachment")) {
			return attachment();
		}
		if (!POSTS.contains(type)) {
			return passed("a " + type + " is not an article");
		}
		if (status.isEmpty() || status.equals("publish")) {
			return new Entry.Post(post(field("wp:post_password").isEmpty()));
		}
		return DRAFTS.contains(status) ? new Entry.Post(post(false)) : passed("its status is " + status);
	}

	private Entry attachment() {
		String url = field("wp:attachment_url").isEmpty() ? field("guid") : field("wp:attachment_url");
		try {
			return new Entry.Attachment(Long.parseLong(field("wp:post_id")), url);
		}
		catch (NumberFormatException ex) {
			return passed("an attachment without a number");
		}
	}

	private Entry passed(String why) {
		String title = field("title");
		return new Entry.Passed(this.line, (title.length() > 200) ? title.substring(0, 200) : title, why);
	}

	private SourcePost post(boolean published) {
		List<String> addresses = new ArrayList<>(List.of(field("link")));
		if (this.permanent || field("guid").contains("?p=")) {
			addresses.add(field("guid"));
		}
		addresses.removeIf(String::isEmpty);
		return new SourcePost(this.line, id(), Form.WORDPRESS, published, field("title"),
				this.fields.getOrDefault("content:encoded", ""), field("excerpt:encoded"), field("wp:post_name"),
				date(), new Labels(List.of(field("dc:creator")), this.categories, this.tags),
				this.meta.getOrDefault("_thumbnail_id", ""), addresses, talk());
	}

	/** Numbers of two sites may be the same; a copied post may have its model's guid. */
	private String id() {
		String number = field("wp:post_id");
		String guid = field("guid").isEmpty() ? field("link") : field("guid");
		return "wordpress " + number + " " + guid;
	}

	private SourceDate date() {
		return new SourceDate(List.of(new Written(field("wp:post_date_gmt"), false),
				new Written(field("wp:post_date"), true), new Written(field("pubDate"), false)));
	}

	private Talk talk() {
		return new Talk(!field("wp:comment_status").equals("closed"), this.comments, PluginCounts.views(this.meta),
				PluginCounts.likes(this.meta));
	}

	private String field(String name) {
		return this.fields.getOrDefault(name, "").strip();
	}

}
