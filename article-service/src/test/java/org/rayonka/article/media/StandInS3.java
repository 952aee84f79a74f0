package org.rayonka.article.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * As much of an S3 as the service needs: objects by path, for those who sign.
 */
final class StandInS3 implements AutoCloseable {

	private static final byte[] NONE = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);

	private static final String SIGNATURE = "AWS4-HMAC-SHA256 Credential=key/";

	private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	StandInS3() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/** Method, path and type of all requests. */
	List<String> requests() {
		return this.requests;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String type = exchange.getRequestHeaders().getFirst("Content-Type");
		this.requests.add(exchange.getRequestMethod() + " " + path + ((type != null) ? " " + type : ""));
		String signature = exchange.getRequestHeaders().getFirst("Authorization");
		byte[] sent = exchange.getRequestBody().readAllBytes();
		try (exchange) {
			if (signature == null || !signature.startsWith(SIGNATURE)) {
				exchange.sendResponseHeaders(403, -1);
			}
			else if (exchange.getRequestMethod().equals("PUT")) {
				this.objects.put(path, sent);
				exchange.getResponseHeaders().set("ETag", "\"0\"");
				exchange.sendResponseHeaders(200, -1);
			}
			else {
				give(exchange, this.objects.get(path));
			}
		}
	}

	private static void give(HttpExchange exchange, byte @Nullable [] object) throws IOException {
		boolean head = exchange.getRequestMethod().equals("HEAD");
		byte[] body = (object != null) ? object : NONE;
		if (head) {
			exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
		}
		exchange.sendResponseHeaders((object != null) ? 200 : 404, head ? -1 : body.length);
		if (!head) {
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
