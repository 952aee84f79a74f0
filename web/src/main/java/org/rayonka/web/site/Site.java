package org.rayonka.web.site;

import java.net.URI;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the site is, and what is shown on all of it.
 *
 * @param publicUrl the address that readers see
 * @param web name and banner
 */
@ConfigurationProperties("rayonka")
@Validated
public record Site(@DefaultValue("http://localhost:8080") URI publicUrl, @Valid @DefaultValue Web web) {

	/**
	 * The public address without a slash at its end.
	 * @return scheme and authority, perhaps with a path
	 */
	public String base() {
		String url = this.publicUrl.toString();
		return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
	}

	/**
	 * An absolute address.
	 * @param path with a slash in front; an address of elsewhere stays as it is
	 * @return for feeds, canonical links and others
	 */
	public String absolute(String path) {
		return path.startsWith("/") ? base() + path : path;
	}

	/**
	 * The address as links on this site have it, so that they work under any host name.
	 * @param url absolute
	 * @return a path when it is on this site, {@code #} when it is no web address at all
	 */
	public String path(String url) {
		if (url.startsWith(base() + "/")) {
			return url.substring(base().length());
		}
		boolean known = url.startsWith("https://") || url.startsWith("http://")
				|| (url.startsWith("/") && !url.startsWith("//"));
		return known ? url : "#";
	}

	/**
	 * What the site shows on every page.
	 *
	 * @param name of the network
	 * @param banner of a partner, none by default
	 */
	public record Web(@DefaultValue("Районка") String name, @Valid @Nullable Banner banner) {
	}

}
