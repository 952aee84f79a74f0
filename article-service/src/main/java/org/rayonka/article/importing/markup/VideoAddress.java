package org.rayonka.article.importing.markup;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses under which players and their pages are known.
 */
final class VideoAddress {

	private static final Pattern YOUTUBE = Pattern.compile("https?://(?:www\\.|m\\.)?(?:youtube(?:-nocookie)?\\.com/"
			+ "(?:embed/|v/|shorts/|live/|watch\\?(?:.*&(?:amp;)?)?v=)|youtu\\.be/)([\\w-]{6,20})(?![\\w-]).*");

	private static final Pattern RUTUBE = Pattern
		.compile("https?://(?:www\\.)?rutube\\.ru/(?:play/embed|video/embed|video)/([0-9a-f]{8,40})(?![0-9a-f]).*");

	private static final Pattern VK = Pattern.compile(
			"https?://(?:www\\.|m\\.)?(?:vk\\.com|vkvideo\\.ru|vk\\.ru)/(?:.*/|.*[?&]z=)?video(-?[0-9]{1,20}_[0-9]{1,20}).*");

	private static final Pattern VK_FRAME = Pattern
		.compile("https?://(?:www\\.)?(?:vk\\.com|vkvideo\\.ru|vk\\.ru)/video_ext\\.php\\?(.*)");

	private VideoAddress() {
	}

	/**
	 * The page of a video.
	 * @param address of its player or its page
	 * @return empty when no provider is known that has it
	 */
	static Optional<String> page(String address) {
		Matcher frame = VK_FRAME.matcher(address);
		if (frame.matches()) {
			return frame(frame.group(1));
		}
		return match(YOUTUBE, address, "https://www.youtube.com/watch?v=")
			.or(() -> match(RUTUBE, address, "https://rutube.ru/video/").map((page) -> page + "/"))
			.or(() -> match(VK, address, "https://vkvideo.ru/video"));
	}

	private static Optional<String> match(Pattern pattern, String address, String page) {
		Matcher matcher = pattern.matcher(address);
		return matcher.matches() ? Optional.of(page + matcher.group(1)) : Optional.empty();
	}

	private static Optional<String> frame(String query) {
		String owner = parameter(query, "oid");
		String number = parameter(query, "id");
		return (owner.isEmpty() || number.isEmpty()) ? Optional.empty()
				: Optional.of("https://vkvideo.ru/video" + owner + "_" + number);
	}

	private static String parameter(String query, String name) {
		Matcher matcher = Pattern.compile("(?:^|[&;])" + name + "=(-?[0-9]{1,20})").matcher(query);
		return matcher.find() ? matcher.group(1) : "";
	}

	static String host(String address) {
		try {
			return Objects.requireNonNullElse(URI.create(address).getHost(), "without an address");
		}
		catch (IllegalArgumentException ex) {
			return "without an address";
		}
	}

}
