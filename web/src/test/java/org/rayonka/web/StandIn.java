package org.rayonka.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for another service: answers what it is told to, hangs up, or says nothing.
 */
final class StandIn {

	private final HttpServer server;

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private volatile boolean away;

	private volatile CountDownLatch speech = new CountDownLatch(0);

	StandIn() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Answers a method and a path, which may have a query. */
	StandIn answer(String request, int status, String json) {
		this.answers.put(request, new Answer(status, json));
		return this;
	}

	/** Answers with one of the sample files. */
	StandIn sample(String request, String name) {
		return answer(request, 200, read(name));
	}

	void away(boolean hangsUp) {
		this.away = hangsUp;
	}

	/** Takes requests and answers none, until everything is forgotten. */
	void silent() {
		this.speech = new CountDownLatch(1);
	}

	void forget() {
		this.speech.countDown();
		this.answers.clear();
		this.requests.clear();
		this.away = false;
	}

	List<Request> received(String method) {
		return this.requests.stream().filter((request) -> request.method().equals(method)).toList();
	}

	static String read(String name) {
		try (InputStream in = StandIn.class.getResourceAsStream("/standin/" + name + ".json")) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String method = exchange.getRequestMethod();
		this.requests.add(new Request(method, exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
		try {
			this.speech.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (this.away) {
			exchange.close();
			return;
		}
		String path = method + " " + exchange.getRequestURI().getPath();
		Answer answer = this.answers.getOrDefault(path + "?" + exchange.getRequestURI().getQuery(),
				this.answers.getOrDefault(path, new Answer(404, "{\"status\":404}")));
		byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(answer.status(), bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	record Request(String method, String uri, Headers headers, String body) {
	}

	private record Answer(int status, String json) {
	}

}
