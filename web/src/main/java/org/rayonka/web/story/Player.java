package org.rayonka.web.story;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article.Video;
import org.rayonka.web.site.Site;

/**
 * A video as a page offers it: a file of our own, or a link that becomes a player of
 * elsewhere only when the reader asks.
 *
 * @param title plain text
 * @param url the file or the page
 * @param embed the player of elsewhere, null for own files and for unknown sites
 * @param own whether it is a file of our own
 * @param host of elsewhere, which the reader is told before anything loads
 */
public record Player(String title, String url, @Nullable String embed, boolean own, String host) {

	private static final Pattern YOUTUBE = Pattern.compile(
			"https://(?:www\\.|m\\.)?(?:youtube\\.com/watch\\?(?:.*&)?v=|youtu\\.be/|youtube\\.com/shorts/)([\\w-]{6,20}).*");

	private static final Pattern RUTUBE = Pattern.compile("https://rutube\\.ru/video/([0-9a-f]{8,40})/?.*");

	private static final Pattern VK = Pattern
		.compile("https://(?:vkvideo\\.ru|vk\\.com)/(?:.*/)?video(-?[0-9]{1,20})_([0-9]{1,20}).*");

	static Player of(Video video, Site site) {
		String url = site.path(video.url());
		String title = Objects.requireNonNullElse(video.title(), "");
		if (url.startsWith("/media/")) {
			return new Player(title, url, null, true, "");
		}
		return new Player(title, url, embed(url), false, hostOf(url));
	}

	private static @Nullable String embed(String url) {
		Matcher youtube = YOUTUBE.matcher(url);
		if (youtube.matches()) {
			return "https://www.youtube-nocookie.com/embed/" + youtube.group(1) + "?autoplay=1";
		}
		Matcher rutube = RUTUBE.matcher(url);
		if (rutube.matches()) {
			return "https://rutube.ru/play/embed/" + rutube.group(1);
		}
		Matcher vk = VK.matcher(url);
		return vk.matches()
				? "https://vkvideo.ru/video_ext.php?oid=" + vk.group(1) + "&id=" + vk.group(2) + "&autoplay=1" : null;
	}

	private static String hostOf(String url) {
		try {
			return Objects.requireNonNullElse(new URI(url).getHost(), url);
		}
		catch (URISyntaxException ex) {
			return url;
		}
	}

}
