package org.rayonka.standalone.doctor;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.infrastructure.OwnedProcess;
import org.rayonka.infrastructure.Ports;
import org.rayonka.infrastructure.StopSignal;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.platform.Home;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorTests {

	@TempDir
	private Path temporary;

	@Test
	void findsATakenPort() throws Exception {
		try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(wrong(new DataFolder(this.temporary), foreign.getLocalPort()))
				.anySatisfy((finding) -> assertThat(finding.what()).contains("Port " + foreign.getLocalPort()));
		}
	}

	@Test
	void findsAnOrphan() {
		DataFolder folder = new DataFolder(this.temporary);
		OwnedProcess orphan = new OwnedProcess("gateway", folder.pids().resolve("gateway.pid"),
				folder.logs().resolve("gateway.log"));
		orphan.start(List.of("sleep", "600"), this.temporary, Map.of());
		try {
			assertThat(wrong(folder, Ports.free())).anySatisfy((finding) -> {
				assertThat(finding.what()).contains("gateway");
				assertThat(finding.remedy()).contains("./rayonka down");
			});
		}
		finally {
			orphan.stop(StopSignal.TERM, Duration.ofSeconds(5));
		}
	}

	@Test
	void findsAFolderThatCannotBeWritten() throws Exception {
		Path file = Files.createFile(this.temporary.resolve("file"));
		assertThat(wrong(new DataFolder(file), Ports.free()))
			.anySatisfy((finding) -> assertThat(finding.remedy()).contains("--data"));
	}

	@Test
	void readsTheStatesOfARunningPlatform() {
		String status = """
				{"processes":[{"name":"web","state":"restarting"},{"name":"gateway","state":"up"}]}""";
		Doctor doctor = new Doctor(home(), new DataFolder(this.temporary), Optional.of(status));
		assertThat(doctor.look(Ports.free())).contains(Finding.well("gateway is up"))
			.anySatisfy((finding) -> assertThat(finding.what()).isEqualTo("web is restarting"));
	}

	private static List<Finding> wrong(DataFolder folder, int port) {
		return new Doctor(home(), folder, Optional.empty()).look(port)
			.stream()
			.filter((finding) -> !finding.well())
			.toList();
	}

	private static Home home() {
		return new Home(Path.of("..").toAbsolutePath().normalize());
	}

}
