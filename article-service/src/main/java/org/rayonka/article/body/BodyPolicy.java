package org.rayonka.article.body;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.owasp.html.ElementPolicy;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The elements and attributes that a body may have; everything else is dropped.
 */
final class BodyPolicy {

	private static final Pattern OWN_PICTURE = Pattern.compile("/media/[0-9a-f]{64}\\.(jpg|png|webp)");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

	private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|/(?![/\\\\])).*");

	/** A picture without a source shows nothing. */
	private static final ElementPolicy WITH_SOURCE = (name, attributes) -> attributes.contains("src") ? name : null;

	private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
		.allowElements("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "strong", "em", "figure", "figcaption",
				"table", "caption", "thead", "tbody", "tr", "th", "td", "br")
		.allowElements("a")
		.allowAttributes("href")
		.matching(LINK)
		.onElements("a")
		.allowUrlProtocols("http", "https", "mailto")
		.requireRelsOnLinks("nofollow", "noopener")
		.allowElements(WITH_SOURCE, "img")
		.allowAttributes("src")
		.matching(OWN_PICTURE)
		.onElements("img")
		.allowAttributes("alt")
		.onElements("img")
		.allowAttributes("width", "height")
		.matching(NUMBER)
		.onElements("img")
		.allowAttributes("colspan", "rowspan")
		.matching(NUMBER)
		.onElements("th", "td")
		.toFactory();

	private BodyPolicy() {
	}

	static BodyHtml apply(String html) {
		SortedSet<String> dropped = new TreeSet<>();
		String clean = POLICY.sanitize(html, new Report(), dropped);
		return new BodyHtml(clean, List.copyOf(dropped));
	}

	/**
	 * Notes what is dropped.
	 */
	private static final class Report implements HtmlChangeListener<SortedSet<String>> {

		@Override
		public void discardedTag(@Nullable SortedSet<String> dropped, String element) {
			note(dropped, name(element));
		}

		@Override
		public void discardedAttributes(@Nullable SortedSet<String> dropped, String element, String... attributes) {
			for (String attribute : attributes) {
				note(dropped, name(element) + "[" + name(attribute) + "]");
			}
		}

		private static void note(@Nullable SortedSet<String> dropped, String what) {
			if (dropped != null && dropped.size() < 50) {
				dropped.add(what);
			}
		}

		private static String name(String written) {
			String name = written.toLowerCase(Locale.ROOT);
			return (name.length() > 40) ? name.substring(0, 40) : name;
		}

	}

}
