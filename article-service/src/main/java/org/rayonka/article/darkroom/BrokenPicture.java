package org.rayonka.article.darkroom;

import java.io.IOException;

/**
 * Bytes that begin as a picture and do not go on as one; the disk is not to blame.
 */
public final class BrokenPicture extends IOException {

	BrokenPicture(String what) {
		super(what);
	}

	BrokenPicture(String what, Throwable cause) {
		super(what, cause);
	}

}
