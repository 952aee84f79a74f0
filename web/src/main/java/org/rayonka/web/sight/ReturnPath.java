package org.rayonka.web.sight;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where a form leads back to: a page of ours, whatever stands in the form.
 */
final class ReturnPath {

	private static final URI HOME = URI.create("/");

	private ReturnPath() {
	}

	/**
	 * After a second slash browsers would read a host; a backslash is no part of a URI.
	 */
	static URI of(@Nullable String path) {
		boolean safe = path != null && path.startsWith("/") && !path.startsWith("//")
				&& path.chars().allMatch((character) -> character < 0x7f);
		try {
			return (path != null && safe) ? URI.create(path) : HOME;
		}
		catch (IllegalArgumentException ex) {
			return HOME;
		}
	}

}
