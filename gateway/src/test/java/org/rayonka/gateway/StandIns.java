package org.rayonka.gateway;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * What stands behind the gateway in tests, started once, on ports of the kernel's choice.
 */
public final class StandIns implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** In the place of article-service. */
	public static final StandIn ARTICLE = new StandIn("article");

	/** In the place of engagement-service. */
	public static final StandIn ENGAGEMENT = new StandIn("engagement");

	/** In the place of comment-service. */
	public static final StandIn COMMENT = new StandIn("comment");

	/** In the place of identity-service's pages. */
	public static final StandIn IDENTITY = new StandIn("identity");

	/** In the place of web. */
	public static final StandIn WEB = new StandIn("web");

	/** In the place of identity-service's tokens. */
	public static final StandInIssuer ISSUER = new StandInIssuer();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("stand-ins",
					Map.of("rayonka.services.article", ARTICLE.uri(), "rayonka.services.engagement", ENGAGEMENT.uri(),
							"rayonka.services.comment", COMMENT.uri(), "rayonka.services.identity", IDENTITY.uri(),
							"rayonka.services.web", WEB.uri(), "rayonka.sign-in.token-uri",
							ISSUER.uri().resolve("/oauth2/token"), "rayonka.sign-in.jwk-set-uri",
							ISSUER.uri().resolve("/oauth2/jwks"))));
	}

}
