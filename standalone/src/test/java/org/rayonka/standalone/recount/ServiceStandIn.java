package org.rayonka.standalone.recount;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for engagement-service: answers as it is told, one report after the other.
 */
final class ServiceStandIn implements AutoCloseable {

	private final HttpServer server;

	private final List<String> orders = new CopyOnWriteArrayList<>();

	private final Queue<Answer> reports = new ConcurrentLinkedQueue<>();

	private volatile boolean leaving;

	private volatile Answer beginning = new Answer(200, "{}", 0);

	ServiceStandIn() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/actuator/recount", this::answer);
		this.server.start();
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/actuator/recount");
	}

	/** Answers whoever wants to begin so. */
	void begins(int status, String body) {
		this.beginning = new Answer(status, body, 0);
	}

	/** Tells these, then hangs up. */
	void reports(String... bodies) {
		this.reports.clear();
		for (String body : bodies) {
			this.reports.add(new Answer(200, body, 0));
		}
	}

	/** Tells one more, of which some bytes are missing if it was promised longer. */
	void thenReports(int status, String body, int missing) {
		this.reports.add(new Answer(status, body, missing));
	}

	/** Does not listen any more once all is told. */
	void thenIsAway() {
		this.leaving = true;
	}

	/** What was asked for. */
	List<String> orders() {
		return this.orders;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		if (exchange.getRequestMethod().equals("POST")) {
			this.orders.add(exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
			this.beginning.send(exchange);
			return;
		}
		Answer report = this.reports.poll();
		if (report != null) {
			report.send(exchange);
		}
		exchange.close();
		if (this.leaving && this.reports.isEmpty()) {
			this.server.stop(0);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * What is said, and how much of it is not.
	 */
	private record Answer(int status, String body, int missing) {

		void send(HttpExchange exchange) throws IOException {
			byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status,
					(bytes.length + this.missing == 0) ? -1 : bytes.length + this.missing);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		}

	}

}
