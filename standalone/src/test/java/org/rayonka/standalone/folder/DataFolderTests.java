package org.rayonka.standalone.folder;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.infrastructure.InfrastructureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTests {

	@TempDir
	private Path folder;

	@Test
	void saysWhatToDoAboutAFolderThatCannotBeWritten() throws Exception {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatThrownBy(() -> new DataFolder(file.resolve("data")).prepare())
			.isInstanceOf(InfrastructureException.class)
			.hasMessageContaining("cannot be written")
			.hasMessageContaining("--data");
	}

	@Test
	void knowsTheRoomBeforeTheFolderExists() {
		assertThat(new DataFolder(this.folder.resolve("not/yet")).room()).isPositive().isLessThan(Long.MAX_VALUE);
	}

}
