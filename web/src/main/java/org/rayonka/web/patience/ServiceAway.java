package org.rayonka.web.patience;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * A service did not answer a moment ago and is not asked again yet.
 */
final class ServiceAway extends WebClientRequestException {

	private static final long serialVersionUID = 1L;

	ServiceAway(URI url) {
		super(new Paused(), HttpMethod.GET, url, HttpHeaders.EMPTY);
	}

	/** Costs no stack trace. */
	private static final class Paused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Paused() {
			super("did not answer a moment ago", null, false, false);
		}

	}

}
