package org.rayonka.problems;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection on which a request waits for the one before.
 */
class NextTurnTests {

	private static final int PATIENCE = 10_000;

	@Test
	void aConnectionGoesOnWhenWhatWaitedIsAnsweredAtOnce() throws IOException {
		HttpHandler answers = (request, response) -> {
			response.setStatusCode(HttpStatus.ACCEPTED);
			Mono<Void> answer = response.setComplete();
			return request.getPath().value().equals("/slow") ? Mono.delay(Duration.ofMillis(50)).then(answer) : answer;
		};
		DisposableServer server = new NextTurn().apply(HttpServer.create().host("127.0.0.1").port(0))
			.handle(new ReactorHttpHandlerAdapter(answers))
			.bindNow();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
			socket.setSoTimeout(PATIENCE);
			BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			ask(socket, "/slow", "/fast");
			assertThat(status(in)).contains("202");
			assertThat(status(in)).contains("202");
			ask(socket, "/fast");
			assertThat(status(in)).contains("202");
		}
		finally {
			server.disposeNow();
		}
	}

	private static void ask(Socket socket, String... paths) throws IOException {
		StringBuilder requests = new StringBuilder();
		for (String path : paths) {
			requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
		}
		socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
	}

	private static String status(BufferedReader in) throws IOException {
		String status = in.readLine();
		String line = status;
		while (line != null && !line.isEmpty()) {
			line = in.readLine();
		}
		return status;
	}

}
