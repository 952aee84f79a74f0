package org.rayonka.infrastructure.spring;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.rayonka.infrastructure.LocalInfrastructure;
import org.rayonka.infrastructure.RunningInfrastructure;
import org.rayonka.infrastructure.ServerKind;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts the servers and puts their addresses before all other properties.
 *
 * @param servers the servers to start
 * @param database the database to create
 */
record LocalInfrastructureCustomizer(Set<ServerKind> servers, String database) implements ContextCustomizer {

	private static final String PASSWORD = "local";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration config) {
		LocalInfrastructure infrastructure = RunningInfrastructure.current(this.servers);
		Map<String, Object> properties = new HashMap<>();
		for (ServerKind server : this.servers) {
			properties.putAll(switch (server) {
				case POSTGRESQL -> postgresql(infrastructure);
				case REDIS -> Map.of("spring.data.redis.url", infrastructure.redis().url());
				case KAFKA -> Map.of("spring.kafka.bootstrap-servers", infrastructure.kafka().bootstrapServers());
			});
		}
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("localInfrastructure", properties));
	}

	private Map<String, Object> postgresql(LocalInfrastructure infrastructure) {
		infrastructure.postgres().ensureDatabase(this.database, this.database, PASSWORD);
		String jdbc = infrastructure.postgres().jdbcUrl(this.database);
		return Map.of("spring.r2dbc.url", infrastructure.postgres().r2dbcUrl(this.database), "spring.r2dbc.username",
				this.database, "spring.r2dbc.password", PASSWORD, "spring.flyway.url", jdbc, "spring.flyway.user",
				this.database, "spring.flyway.password", PASSWORD, "spring.datasource.url", jdbc,
				"spring.datasource.username", this.database, "spring.datasource.password", PASSWORD);
	}

}
