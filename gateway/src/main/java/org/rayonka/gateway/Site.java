package org.rayonka.gateway;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address under which readers know the site.
 *
 * @param publicUrl without a path
 */
@ConfigurationProperties("rayonka")
public record Site(@DefaultValue("http://localhost:8080") URI publicUrl) {

	/**
	 * The address of a page.
	 * @param path beginning with a slash
	 * @return an absolute address
	 */
	public String at(String path) {
		return origin() + path;
	}

	/**
	 * Scheme, host and port as browsers write them in {@code Origin}.
	 * @return the origin, without a slash at the end
	 */
	public String origin() {
		return this.publicUrl.getScheme() + "://" + this.publicUrl.getAuthority();
	}

	/**
	 * Whether readers come by https, so that cookies are marked and HSTS is sent.
	 * @return true for https
	 */
	public boolean secure() {
		return "https".equalsIgnoreCase(this.publicUrl.getScheme());
	}

	/**
	 * The port that readers' browsers connect to.
	 * @return the explicit port or the scheme's own
	 */
	public int port() {
		return (this.publicUrl.getPort() > 0) ? this.publicUrl.getPort() : (secure() ? 443 : 80);
	}

	/**
	 * Whether an address given by a browser is one of this site.
	 * @param address an {@code Origin} or {@code Referer}
	 * @param host the {@code Host} that the request was sent to, or null
	 * @return false for other sites and for what is no address
	 */
	public boolean owns(String address, @Nullable String host) {
		try {
			@Nullable String authority = URI.create(address).getRawAuthority();
			return authority != null && (authority.equalsIgnoreCase(this.publicUrl.getAuthority())
					|| (host != null && authority.equalsIgnoreCase(host)));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
