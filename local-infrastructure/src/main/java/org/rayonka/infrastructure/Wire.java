package org.rayonka.infrastructure;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a server one question in its own protocol, to learn whether it serves yet.
 */
final class Wire {

	private static final int MILLIS = 1000;

	private Wire() {
	}

	/**
	 * Sends a question and judges the answer.
	 * @return false also when nobody answers
	 */
	static boolean asks(int port, byte[] question, Answer answer) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
			socket.setSoTimeout(MILLIS);
			socket.getOutputStream().write(question);
			return answer.good(new DataInputStream(socket.getInputStream()));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Judges what came back.
	 */
	@FunctionalInterface
	interface Answer {

		boolean good(DataInputStream in) throws IOException;

	}

}
