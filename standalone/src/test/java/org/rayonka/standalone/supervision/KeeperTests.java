package org.rayonka.standalone.supervision;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class KeeperTests {

	@TempDir
	private Path folder;

	private Keeper keeper;

	@BeforeEach
	void idle() {
		this.keeper = keep(List.of("true"));
	}

	@AfterEach
	void stop() {
		this.keeper.stop();
	}

	@Test
	void startsAgainWhatIsKilled() throws Exception {
		this.keeper = keep(StandIn.part("stand-in", this.folder, Ports.free()));
		this.keeper.begin();
		this.keeper.firstUp().join();
		int port = this.keeper.part().port();
		long victim = this.keeper.part().pid();
		ProcessHandle.of(victim).orElseThrow().destroyForcibly();
		await().until(() -> this.keeper.state() == State.UP && this.keeper.part().pid() != victim);
		assertThat(this.keeper.part().port()).isEqualTo(port);
		assertThat(Files.readString(this.folder.resolve("supervisor.log")))
			.contains("stand-in: ended; starting it again");
	}

	@Test
	void startsAgainWhatHangs() throws Exception {
		this.keeper = keep(StandIn.part("stand-in", this.folder, Ports.free()));
		this.keeper.begin();
		this.keeper.firstUp().join();
		long victim = this.keeper.part().pid();
		assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(victim)).start().waitFor()).isZero();
		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.keeper.state() == State.UP && this.keeper.part().pid() != victim);
		assertThat(Files.readString(this.folder.resolve("supervisor.log")))
			.contains("stand-in: does not answer any more; killing it");
	}

	@Test
	void restartsWhenAsked() {
		this.keeper = keep(StandIn.part("stand-in", this.folder, Ports.free()));
		this.keeper.begin();
		this.keeper.firstUp().join();
		long before = this.keeper.part().pid();
		this.keeper.restart();
		await().until(() -> this.keeper.state() == State.UP && this.keeper.part().pid() != before);
		assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
	}

	@Test
	void leavesWhatWasStoppedUntilItIsRestarted() {
		this.keeper = keep(StandIn.part("stand-in", this.folder, Ports.free()));
		this.keeper.begin();
		this.keeper.firstUp().join();
		this.keeper.stop();
		assertThat(this.keeper.state()).isEqualTo(State.DOWN);
		assertThat(this.keeper.part().pid()).isEqualTo(-1);
		this.keeper.restart();
		await().until(() -> this.keeper.state() == State.UP);
	}

	@Test
	void givesUpWhatNeverStarts() {
		this.keeper = keep(List.of("sh", "-c", "echo 'Exception: no such thing'; exit 3"));
		this.keeper.begin();
		assertThatThrownBy(() -> this.keeper.firstUp().join()).hasRootCauseInstanceOf(InfrastructureException.class)
			.hasMessageContaining("stand-in ended while starting")
			.hasMessageContaining("no such thing");
		assertThat(this.keeper.state()).isEqualTo(State.FAILED);
	}

	@Test
	void namesWhoHasThePort() throws Exception {
		try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.keeper = keep(StandIn.part("stand-in", this.folder, foreign.getLocalPort()));
			this.keeper.begin();
			assertThatThrownBy(() -> this.keeper.firstUp().join()).hasMessageContaining("Port " + foreign.getLocalPort()
					+ ", which stand-in needs, is taken by process " + ProcessHandle.current().pid());
		}
	}

	@Test
	void endsAnOrphanBeforeItStarts() {
		ServicePart earlier = StandIn.part("stand-in", this.folder, Ports.free());
		earlier.start();
		long orphan = earlier.pid();
		this.keeper = keep(StandIn.part("stand-in", this.folder, earlier.port()));
		this.keeper.begin();
		this.keeper.firstUp().join();
		assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
	}

	private Keeper keep(List<String> command) {
		return keep(StandIn.part("stand-in", this.folder, Ports.free(), command));
	}

	private Keeper keep(Part part) {
		return new Keeper(part, new Journal(this.folder.resolve("supervisor.log")), new Semaphore(1),
				Duration.ofMillis(50));
	}

}
