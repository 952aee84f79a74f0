package org.rayonka.web.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The files that pages need, all below one folder whose name changes with their content,
 * so that scripts may import each other by plain names and browsers may keep all of them
 * for ever.
 */
@Component
public class Assets {

	private static final String STYLE = "site.css";

	private static final MediaType SCRIPT_TYPE = MediaType.parseMediaType("text/javascript;charset=UTF-8");

	private static final MediaType STYLE_TYPE = MediaType.parseMediaType("text/css;charset=UTF-8");

	private static final List<String> SCRIPTS = List.of("analytics.js", "comments.js", "likes.js", "live.js",
			"offline.js", "print.js", "share.js", "sight.js", "site.js", "videos.js", "views.js");

	private static final List<String> ICONS = List.of("icon-192.png", "icon-512.png", "icon-maskable.png",
			"icon-touch.png");

	private static final Map<String, MediaType> FILES = files();

	private static final Pattern COLOURED_STYLE = Pattern.compile("site-([0-9a-f]{6})\\.css");

	private static final int KEPT = 200;

	private final Cache<String, Asset> loaded = Caffeine.newBuilder().maximumSize(KEPT).build();

	private volatile @Nullable String version;

	private static Map<String, MediaType> files() {
		Map<String, MediaType> files = new HashMap<>(Map.of(STYLE, STYLE_TYPE, "weak-sight.css", STYLE_TYPE, "icon.svg",
				MediaType.valueOf("image/svg+xml")));
		SCRIPTS.forEach((name) -> files.put(name, SCRIPT_TYPE));
		ICONS.forEach((name) -> files.put(name, MediaType.IMAGE_PNG));
		return Map.copyOf(files);
	}

	/**
	 * The address of a file.
	 * @param name of the file
	 * @return a path that changes with the content of any file
	 */
	public String path(String name) {
		return "/assets/" + version() + "/" + name;
	}

	/**
	 * The address of the style sheet in an edition's colour.
	 * @param colour as {@code #rrggbb}, null for the network's own
	 * @return a path that changes with the content of any file
	 */
	public String style(@Nullable String colour) {
		return path("site-" + Colour.parse(colour).hex() + ".css");
	}

	/**
	 * A file that is served elsewhere than below the folder.
	 * @param name of the file
	 * @return its whole text
	 */
	public String text(String name) {
		return new String(read(name), StandardCharsets.UTF_8);
	}

	/**
	 * What changes with the content of any file.
	 * @return 16 characters that are safe in addresses
	 */
	public String version() {
		String known = this.version;
		if (known == null) {
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			FILES.keySet().stream().sorted().map(Assets::read).forEach(all::writeBytes);
			known = Digest.of(all.toByteArray());
			this.version = known;
		}
		return known;
	}

	Optional<Asset> find(String name) {
		return Optional.ofNullable(this.loaded.get(name, Assets::load));
	}

	private static @Nullable Asset load(String name) {
		Matcher coloured = COLOURED_STYLE.matcher(name);
		if (coloured.matches()) {
			return Asset.of(STYLE_TYPE, inColour(Colour.parse(coloured.group(1))));
		}
		MediaType type = FILES.get(name);
		return (type != null) ? Asset.of(type, read(name)) : null;
	}

	private static byte[] inColour(Colour colour) {
		String variables = ":root{--edition-on-light:#%s;--edition-on-dark:#%s}\n"
			.formatted(colour.readableOn(Colour.LIGHT_PAPER).hex(), colour.readableOn(Colour.DARK_PAPER).hex());
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(variables.getBytes(StandardCharsets.UTF_8));
		all.writeBytes(read(STYLE));
		return all.toByteArray();
	}

	private static byte[] read(String name) {
		try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream("/assets/" + name), name)) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
