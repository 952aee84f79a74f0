package org.rayonka.standalone.folder;

import org.rayonka.infrastructure.SecretFile;

/**
 * What processes prove themselves with to each other: random, made at the first start.
 */
public final class Secrets {

	/** The secret of the API client of the same name. */
	public static final String IMPORTER = "importer";

	private final KeptProperties secrets;

	/**
	 * The secrets of a data folder.
	 * @param folder the folder
	 */
	public Secrets(DataFolder folder) {
		this.secrets = new KeptProperties(folder.resolve("secrets.properties"));
	}

	/**
	 * A secret, the same for ever.
	 * @param name what it is for
	 * @return the secret
	 */
	public String of(String name) {
		return this.secrets.keep(name, SecretFile::random);
	}

}
