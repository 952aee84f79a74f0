package org.rayonka.gateway.signin;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.JWTParser;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, for pages that greet people.
 *
 * @param signedIn false for strangers, and then the rest is empty
 * @param name how the person is called on the site
 * @param roles reader, author, editor, moderator, admin
 * @param editions slugs of editions for which the roles hold, {@code *} for all
 */
record Account(boolean signedIn, @Nullable String name, List<String> roles, List<String> editions) {

	static final Account STRANGER = new Account(false, null, List.of(), List.of());

	static Account of(Map<String, ?> claims) {
		return new Account(true, String.valueOf(claims.containsKey("name") ? claims.get("name") : claims.get("sub")),
				textsOf(claims.get("roles")), textsOf(claims.get("editions")));
	}

	/**
	 * Reads a token that came from the issuer itself.
	 * @param token an access token
	 * @param otherwise what is known without it, when the issuer's tokens are opaque
	 */
	static Account of(String token, Map<String, ?> otherwise) {
		try {
			return of(JWTParser.parse(token).getJWTClaimsSet().getClaims());
		}
		catch (ParseException ex) {
			return of(otherwise);
		}
	}

	private static List<String> textsOf(@Nullable Object claim) {
		return (claim instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : List.of();
	}

}
