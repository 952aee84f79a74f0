package org.rayonka.standalone.importing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.rayonka.infrastructure.InfrastructureException;

/**
 * What is to be taken over.
 *
 * @param file the export
 * @param edition slug of the edition that gets it
 * @param dryRun whether nothing is to be written
 * @param site address of the old site, empty when the file tells it
 */
public record Order(Path file, String edition, boolean dryRun, String site) {

	/**
	 * Makes sure that there is a file to read.
	 * @throws InfrastructureException when there is none
	 */
	public void check() {
		if (Files.notExists(this.file)) {
			throw new InfrastructureException("There is no file " + this.file);
		}
		if (Files.isDirectory(this.file)) {
			throw new InfrastructureException(this.file + " is a folder: name the export itself");
		}
		if (!Files.isReadable(this.file)) {
			throw new InfrastructureException(
					"The file " + this.file + " cannot be read by " + System.getProperty("user.name"));
		}
	}

	URI at(String url, boolean dry) {
		return URI.create(url + "/api/v1/newsroom/imports?edition=" + encoded(this.edition) + "&dryRun=" + dry
				+ (this.site.isEmpty() ? "" : "&site=" + encoded(this.site)));
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
