package org.rayonka.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class PortsTests {

	@RepeatedTest(20)
	@EnabledOnOs(OS.LINUX)
	void liesBelowThePortsOfClients() throws IOException {
		try (Scanner range = new Scanner(Path.of("/proc/sys/net/ipv4/ip_local_port_range"),
				StandardCharsets.US_ASCII)) {
			int firstOutgoing = range.nextInt();
			assumeThat(firstOutgoing).isGreaterThan(20_000);
			assertThat(Ports.free()).isLessThan(firstOutgoing);
		}
	}

}
