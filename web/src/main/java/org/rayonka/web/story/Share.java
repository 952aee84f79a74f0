package org.rayonka.web.story;

import java.util.List;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A plain link by which a reader passes an article on; it loads nothing before it is
 * followed.
 *
 * @param name of the network
 * @param url that opens its dialogue
 */
public record Share(String name, String url) {

	static List<Share> of(String url, String title) {
		return List.of(new Share("ВКонтакте", link("https://vk.com/share.php", "url", url, "title", title)),
				new Share("Telegram", link("https://t.me/share/url", "url", url, "text", title)),
				new Share("Одноклассники", link("https://connect.ok.ru/offer", "url", url, "title", title)),
				new Share("WhatsApp", link("https://wa.me/", "text", title + "\n" + url)));
	}

	private static String link(String base, String... parameters) {
		UriComponentsBuilder link = UriComponentsBuilder.fromUriString(base);
		Object[] values = new Object[parameters.length / 2];
		for (int i = 0; i < parameters.length; i += 2) {
			link.queryParam(parameters[i], "{" + parameters[i] + "}");
			values[i / 2] = parameters[i + 1];
		}
		return link.encode().buildAndExpand(values).toUriString();
	}

}
