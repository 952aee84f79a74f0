package org.rayonka.identity;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where the outside finds the platform: every address that leaves this service lies under
 * it, because people and programs come through the gateway.
 *
 * @param publicUrl the gateway's address as a browser sees it
 */
@ConfigurationProperties("rayonka")
public record PublicAddress(@DefaultValue("http://localhost:8080") URI publicUrl) {

	/**
	 * The issuer that tokens name.
	 * @return the public URL without a slash at its end
	 */
	public String issuer() {
		return StringUtils.trimTrailingCharacter(this.publicUrl.toString(), '/');
	}

	/**
	 * The public address of a path.
	 * @param path a path that starts with a slash
	 * @return the absolute URL
	 */
	public String at(String path) {
		return issuer() + path;
	}

	/**
	 * Whether people come by HTTPS, so that cookies may be kept to it.
	 * @return whether the public URL is an HTTPS one
	 */
	public boolean secure() {
		return "https".equalsIgnoreCase(this.publicUrl.getScheme());
	}

}
