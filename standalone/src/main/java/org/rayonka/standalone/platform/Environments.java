package org.rayonka.standalone.platform;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.folder.PortBook;
import org.rayonka.standalone.folder.Secrets;

/**
 * The configuration of each service, as environment variables.
 */
final class Environments {

	private static final String LOOPBACK = "127.0.0.1";

	private final DataFolder folder;

	private final PortBook ports;

	private final Secrets secrets;

	private final RunOptions options;

	Environments(DataFolder folder, PortBook ports, Secrets secrets, RunOptions options) {
		this.folder = folder;
		this.ports = ports;
		this.secrets = secrets;
		this.options = options;
	}

	Map<String, String> of(Service service) {
		Map<String, String> environment = new TreeMap<>();
		environment.put("SERVER_ADDRESS", LOOPBACK);
		environment.put("SERVER_PORT", Integer.toString(port(service.name())));
		environment.put("RAYONKA_PUBLIC_URL", this.options.url());
		environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI",
				url("identity-service") + "/oauth2/jwks");
		environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", this.options.url());
		if (service.needs().contains("kafka")) {
			environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", LOOPBACK + ":" + port("kafka"));
		}
		if (service.needs().contains("redis")) {
			environment.put("SPRING_DATA_REDIS_URL",
					"redis://:" + this.secrets.of("redis") + "@" + LOOPBACK + ":" + port("redis"));
		}
		if (service.database() != null) {
			database(service.database(), environment);
		}
		special(service.name(), environment);
		return environment;
	}

	private void database(String name, Map<String, String> environment) {
		String address = "postgresql://" + LOOPBACK + ":" + port("postgresql") + "/" + name;
		String password = this.secrets.of("postgresql." + name);
		environment.put("SPRING_R2DBC_URL", "r2dbc:" + address);
		environment.put("SPRING_R2DBC_USERNAME", name);
		environment.put("SPRING_R2DBC_PASSWORD", password);
		environment.put("SPRING_FLYWAY_URL", "jdbc:" + address);
		environment.put("SPRING_FLYWAY_USER", name);
		environment.put("SPRING_FLYWAY_PASSWORD", password);
	}

	private void special(String name, Map<String, String> environment) {
		switch (name) {
			case "article-service" -> {
				environment.put("RAYONKA_MEDIA_FOLDER", this.folder.resolve("media").toAbsolutePath().toString());
				neighbours(environment);
			}
			case "engagement-service" ->
				environment.put("RAYONKA_VIEWS_JUDGE_RATE", Boolean.toString(this.options.limits()));
			case "comment-service" -> {
				if (!this.options.limits()) {
					environment.put("RAYONKA_COMMENTS_RULES_RATE_PERMINUTE", "0");
					environment.put("RAYONKA_COMMENTS_RULES_RATE_PERHOUR", "0");
				}
			}
			case "identity-service" -> identity(environment);
			case Service.GATEWAY -> gateway(environment);
			case "web" -> neighbours(environment);
			default -> {
			}
		}
	}

	/** The one service on JDBC instead of R2DBC. */
	private void identity(Map<String, String> environment) {
		environment.keySet().removeIf((key) -> key.startsWith("SPRING_R2DBC") || key.startsWith("SPRING_FLYWAY"));
		environment.put("SPRING_DATASOURCE_URL",
				"jdbc:postgresql://" + LOOPBACK + ":" + port("postgresql") + "/identity");
		environment.put("SPRING_DATASOURCE_USERNAME", "identity");
		environment.put("SPRING_DATASOURCE_PASSWORD", this.secrets.of("postgresql.identity"));
		environment.put("RAYONKA_IDENTITY_GATEWAY_SECRET", this.secrets.of("gateway-client"));
		environment.put("RAYONKA_IDENTITY_IMPORTER_SECRET", this.secrets.of(Secrets.IMPORTER));
		environment.put("RAYONKA_IDENTITY_ADMIN_EMAIL", Platform.ADMINISTRATOR);
		environment.put("RAYONKA_IDENTITY_ADMIN_PASSWORD", this.secrets.of("administrator"));
		if (this.options.demo()) {
			environment.put("SPRING_PROFILES_ACTIVE", "demo");
		}
	}

	private void gateway(Map<String, String> environment) {
		neighbours(environment);
		environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
		environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(port("gateway-management")));
		environment.put("RAYONKA_VISITOR_SECRET", this.secrets.of("visitor"));
		environment.put("RAYONKA_GATEWAY_CLIENT_SECRET", this.secrets.of("gateway-client"));
		environment.put("RAYONKA_LIMITS_ENABLED", Boolean.toString(this.options.limits()));
	}

	private void neighbours(Map<String, String> environment) {
		for (Service service : Service.ALL) {
			String key = service.name().replace("-service", "").toUpperCase(Locale.ROOT);
			if (!service.name().equals(Service.GATEWAY)) {
				environment.put("RAYONKA_SERVICES_" + key, url(service.name()));
			}
		}
	}

	private String url(String service) {
		return "http://" + LOOPBACK + ":" + port(service);
	}

	private int port(String name) {
		return this.ports.port(name);
	}

}
