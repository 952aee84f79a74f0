package org.rayonka.article.importing.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.rayonka.article.importing.source.SourcePost.Form;
import org.rayonka.article.importing.source.SourcePost.Labels;
import org.rayonka.article.importing.source.SourcePost.Talk;

/**
 * An item of RSS 2.0.
 */
final class RssItem {

	private final long line;

	private final Map<String, String> fields = new HashMap<>();

	private final List<Term> categories = new ArrayList<>();

	private String lead = "";

	private boolean permanent;

	private RssItem(long line) {
		this.line = line;
	}

	static RssItem read(Xml xml) {
		RssItem item = new RssItem(xml.line());
		while (xml.child()) {
			item.child(xml);
		}
		return item;
	}

	private void child(Xml xml) {
		String name = xml.name();
		switch (name) {
			case "category" -> this.categories.add(new Term("", xml.text().strip()));
			case "enclosure", "media:content", "media:thumbnail" -> picture(xml);
			case "guid" -> {
				this.permanent = !xml.attribute("isPermaLink").equals("false");
				this.fields.putIfAbsent(name, xml.text().strip());
			}
			default -> this.fields.putIfAbsent(name, xml.text().strip());
		}
	}

	private void picture(Xml xml) {
		String type = xml.attribute("type") + xml.attribute("medium");
		if (this.lead.isEmpty() && (type.startsWith("image") || xml.name().equals("media:thumbnail"))) {
			this.lead = xml.attribute("url").strip();
		}
		xml.skip();
	}

	Entry entry() {
		String link = field("link");
		String id = field("guid").isEmpty() ? link : field("guid");
		if (id.isEmpty() && field("title").isEmpty()) {
			return new Entry.Passed(this.line, "", "an item without title, guid and link");
		}
		String key = id.isEmpty() ? field("title") + " " + field("pubDate") : id;
		List<String> addresses = Stream.of(link, this.permanent ? field("guid") : "")
			.filter((address) -> !address.isEmpty())
			.distinct()
			.toList();
		return new Entry.Post(new SourcePost(this.line, "rss " + key, Form.HTML, true, field("title"), body(),
				excerpt(), "", SourceDate.of(field("pubDate"), field("dc:date"), field("atom:published")),
				new Labels(authors(), this.categories, List.of()), this.lead, addresses, Talk.SILENT));
	}

	private String body() {
		return Stream.of("content:encoded", "yandex:full-text", "description")
			.map(this::field)
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("");
	}

	/** A description that is the body already is no standfirst. */
	private String excerpt() {
		return body().equals(field("description")) ? "" : field("description");
	}

	private List<String> authors() {
		return Stream.of("dc:creator", "author", "atom:author")
			.map(this::field)
			.filter((text) -> !text.isEmpty())
			.map(RssItem::name)
			.limit(1)
			.toList();
	}

	/** RSS wants an address with the name in brackets. */
	private static String name(String author) {
		return author.contains("@") ? author.replaceFirst("^\\S*@\\S*\\s*\\(?([^)]*)\\)?$", "$1").strip() : author;
	}

	private String field(String name) {
		return this.fields.getOrDefault(name, "");
	}

}
