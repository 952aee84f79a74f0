package org.rayonka.standalone.platform;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.OwnedProcess;
import org.rayonka.infrastructure.Ports;
import org.rayonka.standalone.folder.DataFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformTests {

	@TempDir
	private Path temporary;

	@Test
	void startsNothingWhenThePortIsTaken() throws Exception {
		try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Platform platform = platform(foreign.getLocalPort());
			assertThatThrownBy(platform::start).isInstanceOf(InfrastructureException.class)
				.hasMessageContaining("Port " + foreign.getLocalPort() + " is taken by process")
				.hasMessageContaining("--port");
			assertThat(platform.keepers()).isEmpty();
			platform.stop();
		}
	}

	@Test
	void refusesASecondSupervisorOnTheFolder() {
		Platform platform = platform(Ports.free());
		assertThatThrownBy(() -> platform(Ports.free())).isInstanceOf(InfrastructureException.class)
			.hasMessageContaining("in use by another launcher");
		platform.stop();
	}

	@Test
	void endsWhatAKilledSupervisorLeft() throws Exception {
		DataFolder folder = new DataFolder(this.temporary);
		folder.prepare();
		OwnedProcess orphan = new OwnedProcess("web", folder.pids().resolve("web.pid"),
				folder.logs().resolve("web.log"));
		orphan.start(List.of("sleep", "600"), this.temporary, Map.of());
		assertThat(Platform.findOrphans(folder)).containsExactly("web");
		assertThat(Platform.endOrphans(home(), folder)).containsExactly("web");
		assertThat(orphan.isAlive()).isFalse();
		assertThat(Platform.endOrphans(home(), folder)).isEmpty();
	}

	@Test
	void keepsToTheContentOfTheFirstStart() {
		new Platform(home(), new DataFolder(this.temporary), new RunOptions(Ports.free(), false, true)).stop();
		Platform later = platform(Ports.free());
		assertThat(later.options().demo()).isFalse();
		later.stop();
	}

	private Platform platform(int port) {
		return new Platform(home(), new DataFolder(this.temporary), new RunOptions(port, true, true));
	}

	private static Home home() {
		return new Home(Path.of("..").toAbsolutePath().normalize());
	}

}
