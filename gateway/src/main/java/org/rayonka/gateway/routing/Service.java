package org.rayonka.gateway.routing;

import java.net.URI;
import java.util.Locale;

/**
 * A service behind the gateway.
 */
enum Service {

	ARTICLE, ENGAGEMENT, COMMENT, IDENTITY, WEB;

	/** Key in a route's metadata. */
	static final String METADATA = "service";

	URI in(Services services) {
		return switch (this) {
			case ARTICLE -> services.article();
			case ENGAGEMENT -> services.engagement();
			case COMMENT -> services.comment();
			case IDENTITY -> services.identity();
			case WEB -> services.web();
		};
	}

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
