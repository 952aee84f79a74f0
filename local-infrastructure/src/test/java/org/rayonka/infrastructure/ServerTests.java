package org.rayonka.infrastructure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerTests {

	@TempDir
	private Path folder;

	@Test
	void namesWhoHasThePort() throws Exception {
		try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			RedisServer redis = redis(foreign.getLocalPort());
			assertThatThrownBy(redis::start).isInstanceOf(InfrastructureException.class)
				.hasMessageContaining("Port " + foreign.getLocalPort())
				.hasMessageContaining("process " + ProcessHandle.current().pid());
		}
	}

	@Test
	void leavesAForeignProcessAloneWhoseIdAStalePidFileNames() throws Exception {
		Process foreign = new ProcessBuilder("sleep", "60").start();
		Path pidFile = this.folder.resolve("redis.pid");
		new PidFile(pidFile).write(foreign.toHandle());
		Files.writeString(pidFile, Files.readString(pidFile).replaceAll("born=\\d+", "born=1"));
		RedisServer redis = redis(0);
		try {
			redis.start();
			assertThat(foreign.isAlive()).isTrue();
		}
		finally {
			redis.stop();
			foreign.destroyForcibly();
		}
	}

	@Test
	void asksForThePassword() {
		RedisServer redis = new RedisServer(this.folder, this.folder.resolve("redis.log"), 0, "open-sesame");
		try {
			redis.start();
			assertThat(
					Wire.asks(redis.port(), "PING\r\n".getBytes(StandardCharsets.US_ASCII), (in) -> in.read() == '-'))
				.isTrue();
		}
		finally {
			redis.stop();
		}
	}

	@Test
	void quotesTheLogWhenTheServerEnds() throws Exception {
		Path data = Files.createDirectories(this.folder.resolve("data"));
		Files.writeString(data.resolve("appendonly.aof"), "nonsense");
		assertThatThrownBy(redis(0)::start).isInstanceOf(InfrastructureException.class)
			.hasMessageContaining("ended while starting")
			.hasMessageContaining("AOF");
	}

	private RedisServer redis(int port) {
		return new RedisServer(this.folder, this.folder.resolve("redis.log"), port, null);
	}

}
