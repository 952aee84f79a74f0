package org.rayonka.web.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.ElementPolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The HTML that an article may be made of, whatever was stored.
 */
public final class Body {

	private static final Pattern SIZE = Pattern.compile("[0-9]{1,5}");

	private static final Pattern OWN_MEDIA = Pattern.compile("/media/[0-9A-Za-z._-]{1,100}");

	private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

	/** What is wider than a phone scrolls by itself, for those without a mouse too. */
	private static final ElementPolicy IN_REACH_OF_KEYS = (element, attributes) -> {
		attributes.addAll(List.of("tabindex", "0"));
		return element;
	};

	private static final PolicyFactory ON_PAGE = policy((element, attribute, value) -> value, IN_REACH_OF_KEYS);

	private Body() {
	}

	/**
	 * Only what an article may be made of.
	 * @param html from anywhere
	 * @return the same without anything else
	 */
	public static String sanitised(@Nullable String html) {
		return (html != null) ? ON_PAGE.sanitize(html) : "";
	}

	/**
	 * The same for a reader elsewhere, where addresses below ours mean nothing.
	 * @param html from anywhere
	 * @param publicUrl of this site, without a slash at the end
	 * @return sanitised, with absolute addresses
	 */
	public static String absolute(@Nullable String html, String publicUrl) {
		return (html != null) ? policy((element, attribute, value) -> (value.startsWith("/") && !value.startsWith("//"))
				? publicUrl + value : value, ElementPolicy.IDENTITY_ELEMENT_POLICY)
			.sanitize(html) : "";
	}

	private static PolicyFactory policy(AttributePolicy address, ElementPolicy wide) {
		return new HtmlPolicyBuilder().allowElements(wide, "table", "pre")
			.allowElements("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "cite", "q", "hr", "br", "b",
					"strong", "i", "em", "s", "u", "sub", "sup", "small", "abbr", "code", "figure", "figcaption",
					"caption", "thead", "tbody", "tr", "th", "td", "a", "img", "span", "dl", "dt", "dd")
			.allowTextIn("table", "figure")
			.allowWithoutAttributes("span")
			.allowUrlProtocols("http", "https", "mailto", "tel")
			.allowAttributes("href")
			.matching(address)
			.onElements("a")
			.requireRelsOnLinks("noopener", "nofollow")
			.allowAttributes("src")
			.matching(OWN_MEDIA)
			.matching(address)
			.onElements("img")
			.allowAttributes("alt")
			.onElements("img")
			.allowAttributes("width", "height")
			.matching(SIZE)
			.onElements("img")
			.allowAttributes("loading")
			.matching((element, attribute, value) -> "lazy".equals(value.toLowerCase(Locale.ROOT)) ? value : null)
			.onElements("img")
			.allowAttributes("colspan", "rowspan")
			.matching(SIZE)
			.onElements("td", "th")
			.allowAttributes("lang")
			.matching(LANGUAGE)
			.globally()
			.toFactory();
	}

}
