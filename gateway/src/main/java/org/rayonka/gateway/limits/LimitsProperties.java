package org.rayonka.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a client may ask for.
 *
 * @param enabled off for load tests alone
 * @param clients how many clients are remembered; the least active are forgotten first
 * @param address for one address, which a whole village may share
 * @param person for one visitor or signed-in person
 * @param program for one API client
 */
@Validated
@ConfigurationProperties("rayonka.limits")
record LimitsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("20000") int clients,
		@Valid @NotNull Quotas address, @Valid @NotNull Quotas person, @Valid @NotNull Quotas program) {

	/**
	 * The quotas of one sort of client.
	 *
	 * @param reads pages, lists, feeds, media
	 * @param views beacons
	 * @param writes everything that changes something
	 * @param signIn attempts to sign in or to get a token
	 */
	record Quotas(@Valid @NotNull Quota reads, @Valid @NotNull Quota views, @Valid @NotNull Quota writes,
			@Valid @NotNull Quota signIn) {

		Quota of(RequestKind kind) {
			return switch (kind) {
				case READS -> this.reads;
				case VIEWS -> this.views;
				case WRITES -> this.writes;
				case SIGN_IN -> this.signIn;
			};
		}

	}

}
