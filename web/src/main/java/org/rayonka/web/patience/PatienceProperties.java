package org.rayonka.web.patience;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a service is waited for.
 *
 * @param reading by the service's name, until it answers a question
 * @param writing until it says that it has kept something
 */
@ConfigurationProperties("rayonka.web.patience")
record PatienceProperties(Map<String, Duration> reading, Duration writing) {

	Duration reading(String service) {
		return Objects.requireNonNull(this.reading.get(service), service);
	}

}
