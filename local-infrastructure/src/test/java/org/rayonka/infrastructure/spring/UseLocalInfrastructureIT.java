package org.rayonka.infrastructure.spring;

import java.sql.DriverManager;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.rayonka.infrastructure.RunningInfrastructure;
import org.rayonka.infrastructure.ServerKind;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig(UseLocalInfrastructureIT.Nothing.class)
@UseLocalInfrastructure(servers = { ServerKind.POSTGRESQL, ServerKind.REDIS }, database = "paper")
class UseLocalInfrastructureIT {

	@Autowired
	private Environment environment;

	@Test
	void tellsTheContextWhereTheServersAre() throws Exception {
		try (var connection = DriverManager.getConnection(property("spring.flyway.url"), property("spring.flyway.user"),
				property("spring.flyway.password"))) {
			assertThat(connection.getCatalog()).isEqualTo("paper");
		}
		assertThat(property("spring.data.redis.url"))
			.endsWith(":" + RunningInfrastructure.current(Set.of()).redis().port());
	}

	@Test
	void startsOnlyWhatIsAskedFor() {
		assertThat(this.environment.containsProperty("spring.kafka.bootstrap-servers")).isFalse();
		assertThat(RunningInfrastructure.current(Set.of()).kafka().isAlive()).isFalse();
	}

	private String property(String name) {
		return this.environment.getRequiredProperty(name);
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
