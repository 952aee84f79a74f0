package org.rayonka.standalone.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.rayonka.infrastructure.OwnedProcess;

/**
 * A process that says over HTTP that it is ready, as a service would.
 */
public final class StandIn {

	private StandIn() {
	}

	/**
	 * Serves until it is told to end.
	 * @param args the port
	 * @throws IOException when the port is taken
	 */
	public static void main(String[] args) throws IOException {
		HttpServer server = HttpServer
			.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 1);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
	}

	/**
	 * Such a process under supervision, not started yet.
	 * @param name its name
	 * @param folder its folder
	 * @param port its port
	 * @return the part
	 */
	public static ServicePart part(String name, Path folder, int port) {
		return part(name, folder, port, List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m", "-cp",
				System.getProperty("java.class.path"), StandIn.class.getName(), Integer.toString(port)));
	}

	static ServicePart part(String name, Path folder, int port, List<String> command) {
		OwnedProcess process = new OwnedProcess(name, folder.resolve(name + ".pid"), folder.resolve(name + ".log"));
		String base = "http://127.0.0.1:" + port + "/actuator";
		return new ServicePart(name, process, folder, new Launch(port, List.of(port), command, Map.of(),
				base + "/health/readiness", base + "/health/liveness", base));
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
