package org.rayonka.standalone.folder;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PortBookTests {

	@TempDir
	private Path folder;

	@Test
	void keepsPorts() {
		int port = book().assign("web");
		assertThat(book().assign("web")).isEqualTo(port);
		assertThat(book().port("web")).isEqualTo(port);
		assertThat(book().port("gateway")).isNotEqualTo(port);
	}

	@Test
	void choosesAnewWhatSomebodyTook() throws Exception {
		int port = book().assign("web");
		try (ServerSocket foreign = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			assertThat(book().assign("web")).isNotEqualTo(foreign.getLocalPort());
		}
	}

	private PortBook book() {
		return new PortBook(new DataFolder(this.folder));
	}

}
