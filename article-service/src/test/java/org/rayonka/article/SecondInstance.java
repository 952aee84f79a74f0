package org.rayonka.article;

import java.util.List;
import java.util.stream.Stream;

import org.rayonka.article.RunningService.Tokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Another instance of the service on the same servers as the tests' own.
 */
final class SecondInstance implements AutoCloseable {

	private static final List<String> SAME = List.of("spring.r2dbc.url", "spring.r2dbc.username",
			"spring.r2dbc.password", "spring.flyway.url", "spring.flyway.user", "spring.flyway.password",
			"spring.kafka.bootstrap-servers", "rayonka.media.folder", "rayonka.public-url");

	private final ConfigurableApplicationContext context;

	private SecondInstance(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static SecondInstance beside(Environment first) {
		Stream<String> same = SAME.stream().map((key) -> "--" + key + "=" + first.getProperty(key, ""));
		return new SecondInstance(new SpringApplicationBuilder(ArticleApplication.class, Tokens.class)
			.run(Stream.concat(Stream.of("--server.port=0"), same).toArray(String[]::new)));
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
