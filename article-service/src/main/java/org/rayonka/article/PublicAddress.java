package org.rayonka.article;

import java.net.URI;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where readers find the platform, so that links can be absolute.
 *
 * @param publicUrl the gateway's address as the public writes it
 */
@Validated
@ConfigurationProperties("rayonka")
public record PublicAddress(@NotNull @DefaultValue("http://localhost:8080") URI publicUrl) {

	/**
	 * Makes a path absolute.
	 * @param path with a leading slash
	 * @return the address
	 */
	public String url(String path) {
		String base = publicUrl.toString();
		return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
	}

}
