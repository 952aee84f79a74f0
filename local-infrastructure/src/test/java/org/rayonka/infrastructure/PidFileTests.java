package org.rayonka.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTests {

	@TempDir
	private Path folder;

	@Test
	void knowsTheProcessAgain() {
		PidFile file = new PidFile(this.folder.resolve("it.pid"));
		file.write(ProcessHandle.current());
		assertThat(file.owner()).contains(ProcessHandle.current());
	}

	@Test
	void takesARecycledIdForNobody() throws Exception {
		Path path = this.folder.resolve("it.pid");
		PidFile file = new PidFile(path);
		file.write(ProcessHandle.current());
		Files.writeString(path, Files.readString(path).replaceAll("born=\\d+", "born=1"));
		assertThat(file.owner()).isEmpty();
	}

	@Test
	void forgetsAProcessThatHasEnded() throws Exception {
		Process process = new ProcessBuilder("sleep", "60").start();
		PidFile file = new PidFile(this.folder.resolve("it.pid"));
		file.write(process.toHandle());
		process.destroyForcibly().waitFor();
		assertThat(file.owner()).isEmpty();
	}

	@Test
	void survivesGarbage() throws Exception {
		Path path = Files.writeString(this.folder.resolve("it.pid"), "pid=\\u00zz\nborn");
		assertThat(new PidFile(path).owner()).isEmpty();
		assertThat(new PidFile(this.folder.resolve("none.pid")).owner()).isEmpty();
	}

}
