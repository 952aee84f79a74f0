package org.rayonka.article.importing.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.rayonka.article.importing.source.SourcePost.Form;
import org.rayonka.article.importing.source.SourcePost.Labels;
import org.rayonka.article.importing.source.SourcePost.Talk;

/**
 * An entry of an Atom feed.
 */
final class AtomItem {

	private final long line;

	private final Map<String, String> fields = new HashMap<>();

	private final List<Term> categories = new ArrayList<>();

	private final List<String> authors = new ArrayList<>();

	private final List<String> addresses = new ArrayList<>();

	private Form form = Form.TEXT;

	private String lead = "";

	private AtomItem(long line) {
		this.line = line;
	}

	static AtomItem read(Xml xml) {
		AtomItem item = new AtomItem(xml.line());
		while (xml.child()) {
			item.child(xml);
		}
		return item;
	}

	private void child(Xml xml) {
		String name = xml.name();
		switch (name) {
			case "atom:link" -> link(xml);
			case "atom:author" -> this.authors.add(person(xml));
			case "atom:category" -> category(xml);
			case "atom:content" -> {
				this.form = xml.attribute("type").contains("html") ? Form.HTML : Form.TEXT;
				this.fields.putIfAbsent(name, construct(xml));
			}
			case "atom:title", "atom:summary" -> this.fields.putIfAbsent(name, construct(xml));
			default -> this.fields.putIfAbsent(name, xml.text().strip());
		}
	}

	private void link(Xml xml) {
		String href = xml.attribute("href").strip();
		if (alternate(xml) && !href.isEmpty()) {
			this.addresses.add(href);
		}
		if (xml.attribute("rel").equals("enclosure") && xml.attribute("type").startsWith("image")) {
			this.lead = href;
		}
		xml.skip();
	}

	static boolean alternate(Xml xml) {
		String rel = xml.attribute("rel");
		return rel.isEmpty() || rel.equals("alternate");
	}

	private void category(Xml xml) {
		String term = xml.attribute("term").strip();
		String label = xml.attribute("label").strip();
		this.categories.add(new Term(label.isEmpty() ? "" : term, label.isEmpty() ? term : label));
		xml.skip();
	}

	static String person(Xml xml) {
		String name = "";
		while (xml.child()) {
			if (xml.name().equals("atom:name")) {
				name = xml.text().strip();
			}
			else {
				xml.skip();
			}
		}
		return name;
	}

	/** Text, HTML as text, or XHTML as elements (RFC 4287, 3.1). */
	private static String construct(Xml xml) {
		return xml.attribute("type").equals("xhtml") ? xml.markup() : xml.text();
	}

	Entry entry(String feedsAuthor) {
		String id = field("atom:id");
		if (id.isEmpty() && this.addresses.isEmpty()) {
			return new Entry.Passed(this.line, field("atom:title"), "an entry without id and link");
		}
		List<String> by = this.authors.isEmpty() ? List.of(feedsAuthor) : this.authors;
		boolean full = !field("atom:content").isEmpty();
		String body = full ? field("atom:content") : field("atom:summary");
		return new Entry.Post(new SourcePost(this.line, "atom " + (id.isEmpty() ? this.addresses.getFirst() : id),
				full ? this.form : Form.HTML, true, field("atom:title"), body, full ? field("atom:summary") : "", "",
				SourceDate.of(field("atom:published"), field("atom:updated")),
				new Labels(by, this.categories, List.of()), this.lead, List.copyOf(this.addresses), Talk.SILENT));
	}

	private String field(String name) {
		return this.fields.getOrDefault(name, "").strip();
	}

}
