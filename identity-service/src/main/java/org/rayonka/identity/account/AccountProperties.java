package org.rayonka.identity.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * The accounts that exist from the start.
 *
 * @param admin the first administrator, absent without an e-mail
 * @param accounts further ones, for the demo
 */
@Validated
@ConfigurationProperties("rayonka.identity")
record AccountProperties(@DefaultValue Admin admin, @DefaultValue List<@Valid Given> accounts) {

	Stream<Given> all() {
		return Stream.concat(this.admin.given().stream(), this.accounts.stream());
	}

	/**
	 * The first administrator of an installation.
	 *
	 * @param email empty for none
	 * @param password empty for none
	 */
	record Admin(@DefaultValue("") String email, @DefaultValue("") String password) {

		Optional<Given> given() {
			return (StringUtils.hasText(this.email) && StringUtils.hasText(this.password))
					? Optional
						.of(new Given(null, this.email, this.password, this.email, List.of(Role.ADMIN), List.of("*")))
					: Optional.empty();
		}

	}

	/**
	 * An account as it is configured.
	 *
	 * @param id made when absent
	 * @param email what the person signs in with
	 * @param password in clear; bcrypt looks at its first 72 bytes alone
	 * @param name what others see
	 * @param roles at least one
	 * @param editions slugs, or {@code *} for all
	 */
	record Given(@Nullable UUID id, @Email @Size(max = 254) @NotBlank String email,
			@Size(min = 8, max = 72) String password, @NotBlank String name, @NotEmpty List<Role> roles,
			@DefaultValue List<String> editions) {

		@Override
		public String toString() {
			return "Given[" + this.email + "]";
		}

	}

}
