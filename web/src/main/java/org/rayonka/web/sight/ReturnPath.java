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

	/** A second slash or a backslash would make browsers read a host. */
	static URI of(@Nullable String path) {
		boolean safe = path != null && path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0
				&& path.chars().allMatch((character) -> character > ' ' && character < 0x7f);
		try {
			return (path != null && safe) ? URI.create(path) : HOME;
		}
		catch (IllegalArgumentException ex) {
			return HOME;
		}
	}

}
