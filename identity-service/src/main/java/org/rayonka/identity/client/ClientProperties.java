package org.rayonka.identity.client;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The clients that exist from the start and how long their tokens are good for.
 *
 * @param gatewaySecret what the gateway proves itself with; nobody can sign in while it
 * is empty
 * @param importer the client of the command that takes old sites over
 * @param accessTokenLife how long an access token is good for
 * @param refreshTokenLife how long a person stays signed in without coming back
 * @param clients API clients
 */
@Validated
@ConfigurationProperties("rayonka.identity")
record ClientProperties(@DefaultValue("") String gatewaySecret, @DefaultValue @Valid Importer importer,
		@DefaultValue("10m") Duration accessTokenLife, @DefaultValue("30d") Duration refreshTokenLife,
		@DefaultValue List<@Valid Given> clients) {

	@Override
	public String toString() {
		return "ClientProperties" + this.clients;
	}

	/**
	 * A client that is brought up to date at each start. Its tokens last: an import hands
	 * its token on to other services for as long as it runs.
	 *
	 * @param secret in clear; there is no such client while it is empty
	 * @param accessTokenLife how long an import may take
	 */
	record Importer(@DefaultValue("") @Pattern(regexp = "|.{12,72}") String secret,
			@DefaultValue("12h") Duration accessTokenLife) {

		@Override
		public String toString() {
			return "Importer[" + this.accessTokenLife + "]";
		}

	}

	/**
	 * An API client as it is configured.
	 *
	 * @param id what it calls itself
	 * @param secret in clear; bcrypt looks at its first 72 bytes alone
	 * @param scopes what it may ask for, and gets when it does not ask
	 * @param editions slugs, or {@code *} for all
	 */
	record Given(@NotBlank @Size(max = 100) String id, @Size(min = 12, max = 72) String secret,
			@NotEmpty Set<@Pattern(regexp = "newsroom|moderation|aggregator") String> scopes,
			@DefaultValue("*") List<String> editions) {

		@Override
		public String toString() {
			return "Given[" + this.id + "]";
		}

	}

}
