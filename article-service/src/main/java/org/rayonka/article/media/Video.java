package org.rayonka.article.media;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.InvalidRequest;

/**
 * A video of an article.
 *
 * @param url a path of ours, or a page of the provider
 * @param title what it shows
 * @param provider who shows it: file, vk, rutube, youtube
 */
public record Video(String url, String title, String provider) {

	private static final Pattern OWN_FILE = Pattern.compile("/media/[0-9a-f]{64}\\.(mp4|webm)");

	private static final Map<String, String> PROVIDERS = Map.of("vkvideo.ru", "vk", "vk.com", "vk", "rutube.ru",
			"rutube", "youtube.com", "youtube", "youtu.be", "youtube");

	/**
	 * A video by its address.
	 * @param url a path below {@code /media/}, or an https address of a known provider
	 * @param title what it shows
	 * @return the video
	 * @throws InvalidRequest when no video can be shown from there
	 */
	public static Video of(String url, String title) {
		if (OWN_FILE.matcher(url).matches()) {
			return new Video(url, title, "file");
		}
		String provider = provider(url);
		if (provider == null) {
			throw InvalidRequest.video(url);
		}
		return new Video(url, title, provider);
	}

	private static @Nullable String provider(String url) {
		try {
			URI uri = URI.create(url);
			if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null
					|| uri.getPort() != -1) {
				return null;
			}
			return PROVIDERS.get(uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(www|m)\\.", ""));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Whether it is a file of ours.
	 * @return true when its address is a path below {@code /media/}
	 */
	public boolean own() {
		return this.provider.equals("file");
	}

}
