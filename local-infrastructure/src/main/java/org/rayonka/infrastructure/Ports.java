package org.rayonka.infrastructure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on the loopback address.
 */
public final class Ports {

	private static final Path OUTGOING = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

	/** Above what people choose by hand. */
	private static final int FIRST = 12_000;

	private static final int ATTEMPTS = 100;

	private Ports() {
	}

	/**
	 * A port that the kernel says is free just now. It lies below those that the kernel
	 * gives to outgoing connections, if there is room: a server that comes back to its
	 * port after a crash must not find a client there, least of all one of its own that
	 * tries to reach it and is connected to itself.
	 * @return the port
	 */
	public static int free() {
		int end = firstOutgoing();
		for (int attempt = 0; end > FIRST && attempt < ATTEMPTS; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, end);
			if (isFree(port)) {
				return port;
			}
		}
		return any();
	}

	private static int firstOutgoing() {
		// the kernel gives it in one piece or not at all, so Files.readString will not do
		try (BufferedReader reader = Files.newBufferedReader(OUTGOING)) {
			return Integer.parseInt(String.valueOf(reader.readLine()).strip().split("\\s+", 2)[0]);
		}
		catch (IOException | NumberFormatException ex) {
			return FIRST;
		}
	}

	private static int any() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether a server could listen on the port.
	 * @param port the port
	 * @return false when somebody does already or it is not ours to use
	 */
	public static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
