package org.rayonka.standalone.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.folder.KeptProperties;

/**
 * Asks the supervisor of a data folder.
 */
public final class ControlClient {

	private final DataFolder folder;

	/**
	 * A client.
	 * @param folder the data folder
	 */
	public ControlClient(DataFolder folder) {
		this.folder = folder;
	}

	/**
	 * How everything is.
	 * @return the report as JSON, empty when no supervisor runs
	 */
	public Optional<String> status() {
		return Optional.ofNullable(call("GET", "/status"));
	}

	/**
	 * What a service is started with.
	 * @param name the service
	 * @return lines of name and value; empty when no supervisor runs
	 */
	public Optional<String> environment(String name) {
		return Optional.ofNullable(call("GET", "/environment/" + name));
	}

	/**
	 * Has a process stopped and started again.
	 * @param name the process
	 */
	public void restart(String name) {
		require(call("POST", "/restart/" + name));
	}

	/**
	 * Has a process stopped and left so.
	 * @param name the process
	 */
	public void stop(String name) {
		require(call("POST", "/stop/" + name));
	}

	/**
	 * Has everything stopped in order.
	 * @return whether a supervisor was there to be told
	 */
	public boolean down() {
		return call("POST", "/down") != null;
	}

	private @Nullable String call(String method, String path) {
		KeptProperties file = new KeptProperties(this.folder.resolve(ControlServer.FILE));
		Optional<String> port = file.find("port");
		if (port.isEmpty()) {
			return null;
		}
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port.get() + path)
				.toURL()
				.openConnection();
			connection.setRequestMethod(method);
			connection.setRequestProperty("Authorization", "Bearer " + file.find("token").orElse(""));
			connection.setConnectTimeout(2000);
			connection.setReadTimeout(60_000);
			return body(connection, path);
		}
		catch (IOException ex) {
			return null;
		}
	}

	private static @Nullable String body(HttpURLConnection connection, String path) throws IOException {
		int status = connection.getResponseCode();
		if (status == HttpURLConnection.HTTP_NOT_FOUND) {
			throw new InfrastructureException("There is no process " + path.substring(path.lastIndexOf('/') + 1)
					+ ": ./rayonka status names them");
		}
		if (status != HttpURLConnection.HTTP_OK) {
			return null;
		}
		try (InputStream in = connection.getInputStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void require(@Nullable String answer) {
		if (answer == null) {
			throw new InfrastructureException("Rayonka is not running: ./rayonka up starts it");
		}
	}

}
