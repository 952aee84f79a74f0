package org.rayonka.identity.account;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A person who can sign in.
 *
 * @param id stays the same for good and is the subject of tokens
 * @param email in lower case, what the person signs in with
 * @param name what others see
 * @param password the hash, with the name of its algorithm in front
 * @param roles in the order of {@link Role}
 * @param editions slugs, or {@code *} for all
 * @param enabled whether the person may still sign in
 */
public record Account(UUID id, String email, String name, String password, List<Role> roles, List<String> editions,
		boolean enabled) {

	public Account {
		roles = roles.stream().distinct().sorted().toList();
		editions = List.copyOf(editions);
	}

	static String normalised(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return "Account[" + this.id + "]";
	}

}
