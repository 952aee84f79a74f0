package org.rayonka.gateway.visitor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How visitors' cookies are signed.
 *
 * @param secret at least 32 characters, the same on every gateway; a new one makes all
 * readers strangers
 */
@Validated
@ConfigurationProperties("rayonka.visitor")
record VisitorProperties(@NotNull @Size(min = 32) String secret) {

	@Override
	public String toString() {
		return "VisitorProperties[]";
	}

}
