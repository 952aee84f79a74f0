package org.rayonka.article.importing.source;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields in which usual plugins of WordPress keep how often a post was read and
 * liked.
 */
final class PluginCounts {

	private static final List<String> VIEWS = List.of("views", "post_views_count", "_post_views_count", "post_views",
			"_post_views", "view_count", "wpb_post_views_count", "hits", "pageviews", "eael_post_view_count",
			"penci_post_views_count", "_jetpack_post_views");

	private static final List<String> LIKES = List.of("_post_like_count", "likes", "_likes", "post_likes", "like_count",
			"_zilla_likes", "_liked", "wpulike_post_likes", "votes_count", "_recoverable_post_likes");

	private PluginCounts() {
	}

	static @Nullable Long views(Map<String, String> meta) {
		return largest(VIEWS, meta);
	}

	static @Nullable Long likes(Map<String, String> meta) {
		return largest(LIKES, meta);
	}

	/** Where two plugins counted one after the other, the longer count is nearer. */
	private static @Nullable Long largest(List<String> names, Map<String, String> meta) {
		return names.stream()
			.map((name) -> meta.getOrDefault(name, ""))
			.filter((value) -> value.matches("[0-9]{1,12}"))
			.map(Long::valueOf)
			.max(Long::compare)
			.orElse(null);
	}

}
