package org.rayonka.standalone.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.SecretFile;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.folder.KeptProperties;
import org.rayonka.standalone.platform.Platform;
import org.rayonka.standalone.supervision.Keeper;

/**
 * Where the command line finds a running supervisor: a small HTTP server on the loopback
 * address; who may read the data folder knows the token.
 */
public final class ControlServer implements AutoCloseable {

	/** The file in the data folder that tells port and token. */
	static final String FILE = "control.properties";

	private static final int NO_CONTENT_LENGTH = -1;

	private final HttpServer server;

	private final String token;

	private final Platform platform;

	private final Runnable down;

	/**
	 * Starts to listen.
	 * @param folder where the command line looks for port and token
	 * @param platform what is controlled
	 * @param down ends the supervisor
	 */
	public ControlServer(DataFolder folder, Platform platform, Runnable down) {
		this.platform = platform;
		this.down = down;
		this.token = SecretFile.random();
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
		}
		catch (IOException ex) {
			throw new InfrastructureException("The supervisor cannot listen: " + ex, ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory()));
		this.server.start();
		KeptProperties file = new KeptProperties(folder.resolve(FILE));
		file.set("token", this.token);
		file.set("port", Integer.toString(this.server.getAddress().getPort()));
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			if (path.equals("/targets")) {
				send(exchange, 200, StatusReport.targets(this.platform));
			}
			else if (!trusted(exchange)) {
				send(exchange, 403, "{}");
			}
			else {
				control(exchange, path);
			}
		}
		catch (RuntimeException ex) {
			send(exchange, 500, String.valueOf(ex.getMessage()));
		}
	}

	private void control(HttpExchange exchange, String path) throws IOException {
		String[] words = path.split("/", -1);
		String name = (words.length > 2) ? words[2] : "";
		switch (words[1]) {
			case "status" -> send(exchange, 200, StatusReport.of(this.platform));
			case "environment" -> send(exchange, 200, EnvironmentReport.of(this.platform, name));
			case "restart" -> act(exchange, name, Keeper::restart);
			case "stop" -> act(exchange, name, Keeper::stop);
			case "down" -> {
				send(exchange, 200, "{}");
				Thread.ofPlatform().name("down").start(this.down);
			}
			default -> send(exchange, 404, "{}");
		}
	}

	private void act(HttpExchange exchange, String name, Consumer<Keeper> action) throws IOException {
		Keeper keeper = this.platform.keeper(name).orElse(null);
		if (keeper == null || !exchange.getRequestMethod().equals("POST")) {
			send(exchange, 404, "{}");
			return;
		}
		action.accept(keeper);
		send(exchange, 200, "{}");
	}

	private boolean trusted(HttpExchange exchange) {
		String given = exchange.getRequestHeaders().getFirst("Authorization");
		return given != null && MessageDigest.isEqual(("Bearer " + this.token).getBytes(StandardCharsets.UTF_8),
				given.getBytes(StandardCharsets.UTF_8));
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : NO_CONTENT_LENGTH);
		exchange.getResponseBody().write(bytes);
	}

}
