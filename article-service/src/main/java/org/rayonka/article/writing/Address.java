package org.rayonka.article.writing;

/**
 * The address of an article's page.
 *
 * @param slug its last part
 * @param path all of it, from the edition on
 */
record Address(String slug, String path) {

	/**
	 * The same day of the same edition under another slug.
	 */
	Address renamed(String other) {
		return new Address(other, this.path.substring(0, this.path.lastIndexOf('/') + 1) + other);
	}

}
