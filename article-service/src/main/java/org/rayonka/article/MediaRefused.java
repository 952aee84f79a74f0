package org.rayonka.article;

import java.time.Duration;

import org.springframework.http.HttpStatus;

/**
 * A file that is not taken.
 */
public final class MediaRefused extends ArticleProblem {

	private MediaRefused(HttpStatus status, String type, String title, String detail) {
		super(status, type, title, detail);
	}

	/**
	 * A file above the bound.
	 * @param bound the bound
	 * @return the problem
	 */
	public static MediaRefused tooLarge(String bound) {
		return new MediaRefused(HttpStatus.CONTENT_TOO_LARGE, "media-too-large", "The file is too large",
				"At most " + bound);
	}

	/**
	 * A file of a kind that is not taken.
	 * @return the problem
	 */
	public static MediaRefused unsupported() {
		return new MediaRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-unsupported", "Not a file that can be shown",
				"JPEG, PNG, WebP, MP4 or WebM, told by its bytes");
	}

	/**
	 * A picture with more pixels than is good for anybody.
	 * @param bound the bound
	 * @return the problem
	 */
	public static MediaRefused tooManyPixels(long bound) {
		return new MediaRefused(HttpStatus.UNPROCESSABLE_CONTENT, "picture-too-many-pixels",
				"The picture has too many pixels", "At most " + bound);
	}

	/**
	 * A file that is not whole.
	 * @param what what is wrong with it
	 * @return the problem
	 */
	public static MediaRefused broken(String what) {
		return new MediaRefused(HttpStatus.UNPROCESSABLE_CONTENT, "picture-broken", "The file is damaged", what);
	}

	/**
	 * A line rather than a picture.
	 * @return the problem
	 */
	public static MediaRefused slender() {
		return new MediaRefused(HttpStatus.UNPROCESSABLE_CONTENT, "picture-too-slender",
				"The picture is too long and thin", "One side is more than 50 times the other");
	}

	/**
	 * More pictures than can be worked on.
	 * @return the problem, which passes
	 */
	public static MediaRefused busy() {
		MediaRefused busy = new MediaRefused(HttpStatus.SERVICE_UNAVAILABLE, "media-busy",
				"Too many pictures are being worked on", "Nothing was kept");
		busy.retryAfter(Duration.ofSeconds(5));
		return busy;
	}

	/**
	 * The store of files does not answer.
	 * @return the problem, which passes
	 */
	public static MediaRefused away() {
		MediaRefused away = new MediaRefused(HttpStatus.SERVICE_UNAVAILABLE, "media-away",
				"The store of files does not answer", "Try again later");
		away.retryAfter(Duration.ofSeconds(5));
		return away;
	}

	/**
	 * There is no such file.
	 * @return the problem
	 */
	public static MediaRefused notFound() {
		return new MediaRefused(HttpStatus.NOT_FOUND, "media-not-found", "No such file", "Nothing is stored there");
	}

}
