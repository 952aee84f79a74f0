package org.rayonka.standalone.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@TempDir
	private Path folder;

	@Test
	void makesEachSecretOnce() {
		String visitor = secrets().of("visitor");
		assertThat(visitor).hasSizeGreaterThan(32)
			.isEqualTo(secrets().of("visitor"))
			.isNotEqualTo(secrets().of("redis"));
	}

	@Test
	void showsThemToTheirOwnerAlone() throws Exception {
		secrets().of("visitor");
		assertThat(
				PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.resolve("secrets.properties"))))
			.isEqualTo("rw-------");
	}

	private Secrets secrets() {
		return new Secrets(new DataFolder(this.folder));
	}

}
