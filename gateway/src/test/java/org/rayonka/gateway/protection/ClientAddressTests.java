package org.rayonka.gateway.protection;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|', textBlock = """
			-           | 198.51.100.1 | 1.2.3.4                  | 198.51.100.1
			10.0.0.0/8  | 198.51.100.1 | 1.2.3.4                  | 198.51.100.1
			10.0.0.0/8  | 10.1.1.1     | 1.2.3.4                  | 1.2.3.4
			10.0.0.0/8  | 10.1.1.1     | 6.6.6.6, 1.2.3.4, 10.0.0.2 | 1.2.3.4
			10.0.0.0/8  | 10.1.1.1     | nonsense                 | 10.1.1.1
			10.1.1.1    | 10.1.1.1     | 1.2.3.4                  | 1.2.3.4
			10.1.1.1    | 10.1.1.2     | 1.2.3.4                  | 10.1.1.2
			""")
	void believesTrustedProxiesAlone(String trusted, String peer, String forwarded, String client) {
		ClientAddress addresses = new ClientAddress(
				new ProtectionProperties((trusted == null) ? List.of() : List.of(trusted), Duration.ZERO));
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/")
			.remoteAddress(new InetSocketAddress(peer, 1234))
			.header("X-Forwarded-For", forwarded));
		assertThat(addresses.of(exchange)).isEqualTo(client);
	}

}
