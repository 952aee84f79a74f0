package org.rayonka.access;

import java.util.List;
import java.util.Set;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who sent the request, as the access token says. Handlers take it as an argument.
 *
 * @param subject id of the account or of the API client, empty for a stranger
 * @param name how the person is called on the site, empty for a stranger
 * @param roles what the person is: reader, author, editor, moderator, admin
 * @param scopes what the API client may do: newsroom, moderation, aggregator
 * @param editions slugs of the editions for which roles and scopes hold, {@code *} for
 * all of them
 */
public record Caller(String subject, String name, Set<String> roles, Set<String> scopes, Set<String> editions) {

	private static final Caller STRANGER = new Caller("", "", Set.of(), Set.of(), Set.of());

	private static final Set<String> WRITERS = Set.of("author", "editor", "admin");

	private static final Set<String> PUBLISHERS = Set.of("editor", "admin");

	private static final Set<String> MODERATORS = Set.of("moderator", "editor", "admin");

	/**
	 * Somebody who has shown no token.
	 * @return the caller without any right
	 */
	public static Caller stranger() {
		return STRANGER;
	}

	static Caller of(Authentication authentication) {
		return (authentication instanceof JwtAuthenticationToken token) ? of(token.getToken()) : STRANGER;
	}

	static Caller of(Jwt token) {
		return new Caller(textOf(token, "sub"), textOf(token, "name"), setOf(token, "roles"), setOf(token, "scope"),
				setOf(token, "editions"));
	}

	/**
	 * Whether no token was shown.
	 * @return true for strangers
	 */
	public boolean anonymous() {
		return this.subject.isEmpty();
	}

	/**
	 * Whether the caller may write and read drafts of an edition.
	 * @param edition its slug
	 * @return true for its authors, editors, administrators and newsroom clients
	 */
	public boolean mayEdit(String edition) {
		return concerns(edition) && (isOneOf(WRITERS) || this.scopes.contains("newsroom"));
	}

	/**
	 * Whether the caller may make an edition's articles public, change or withdraw them.
	 * @param edition its slug
	 * @return true for its editors, administrators and newsroom clients
	 */
	public boolean mayPublish(String edition) {
		return concerns(edition) && (isOneOf(PUBLISHERS) || this.scopes.contains("newsroom"));
	}

	/**
	 * Whether the caller may judge the comments of an edition.
	 * @param edition its slug
	 * @return true for its moderators, editors, administrators and moderation clients
	 */
	public boolean mayModerate(String edition) {
		return concerns(edition) && (isOneOf(MODERATORS) || this.scopes.contains("moderation"));
	}

	/**
	 * Whether the caller may found and change editions.
	 * @return true for administrators and newsroom clients of all editions
	 */
	public boolean mayManageEditions() {
		return this.editions.contains("*") && (this.roles.contains("admin") || this.scopes.contains("newsroom"));
	}

	private boolean concerns(String edition) {
		return this.editions.contains("*") || this.editions.contains(edition);
	}

	private boolean isOneOf(Set<String> wanted) {
		return this.roles.stream().anyMatch(wanted::contains);
	}

	private static String textOf(Jwt token, String claim) {
		String text = token.getClaimAsString(claim);
		return (text != null) ? text : "";
	}

	private static Set<String> setOf(Jwt token, String claim) {
		return switch (token.getClaim(claim)) {
			case String words -> words.isBlank() ? Set.of() : Set.of(words.strip().split(" +"));
			case List<?> list -> Set.copyOf(list.stream().map(String::valueOf).toList());
			case null, default -> Set.of();
		};
	}

}
