package org.rayonka.standalone.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for the platform: knows one client and answers imports as it is told.
 */
final class PlatformStandIn implements AutoCloseable {

	static final String SECRET = "a-secret-of-the-test";

	private final HttpServer server;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private int status = 200;

	private String answer = "";

	private int promised;

	PlatformStandIn() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/oauth2/token", this::token);
		this.server.createContext("/api/v1/newsroom/imports", this::importing);
		this.server.start();
	}

	Access access() {
		return new Access("http://127.0.0.1:" + this.server.getAddress().getPort(), "tester", SECRET);
	}

	/** Answers from now on; more bytes promised than sent cut the answer off. */
	void answer(int status, String answer, int missing) {
		this.status = status;
		this.answer = answer;
		this.promised = missing;
	}

	/** Query, authorization and body of each import. */
	List<String> requests() {
		return this.requests;
	}

	private void token(HttpExchange exchange) throws IOException {
		boolean known = new Access("", "tester", SECRET).basic()
			.equals(exchange.getRequestHeaders().getFirst("Authorization"));
		send(exchange, known ? 200 : 401, known ? "{\"access_token\":\"the-token\"}" : "{\"error\":\"invalid_client\"}",
				0);
	}

	private void importing(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.requests.add(exchange.getRequestURI().getQuery() + " "
				+ exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
		send(exchange, this.status, this.answer, body.isEmpty() ? 0 : this.promised);
	}

	private static void send(HttpExchange exchange, int status, String text, int missing) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length + missing == 0) ? -1 : bytes.length + missing);
		OutputStream out = exchange.getResponseBody();
		out.write(bytes);
		out.flush();
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
