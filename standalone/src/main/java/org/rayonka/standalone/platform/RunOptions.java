package org.rayonka.standalone.platform;

/**
 * What the user chose for a run.
 *
 * @param port the gateway's port
 * @param demo whether demo content is wanted
 * @param limits whether rates are limited and judged
 */
public record RunOptions(int port, boolean demo, boolean limits) {

	/**
	 * Under which the outside finds the site.
	 * @return a URL without a slash at its end
	 */
	public String url() {
		return "http://localhost:" + this.port;
	}

}
