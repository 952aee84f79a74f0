import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A connection that is kept open between requests. Bare, so that whoever asks takes
 * little of the processors from whoever answers.
 */
final class Line implements AutoCloseable {

	private static final int PATIENCE = 10_000;

	private final int port;

	private Socket socket;

	private InputStream in;

	private int retried;

	Line(int port) {
		this.port = port;
	}

	record Reply(int status, Map<String, String> headers, String body) {

		/** The cookie by which its client is known from now on. */
		String visitor() {
			return Platform.find(this.headers.get("set-cookie"), "(visitor=[^;]*)");
		}

	}

	/** How often {@link #untilKept} has asked again. */
	int retried() {
		return this.retried;
	}

	/** Asks until the answer says that it is kept; fails after two minutes, or when it is refused. */
	Reply untilKept(String method, String path, String headers) throws InterruptedException {
		return untilKept(method, path, headers, "");
	}

	/** The same with a body; that an earlier attempt is still being worked on is no refusal. */
	Reply untilKept(String method, String path, String headers, String body) throws InterruptedException {
		long end = System.nanoTime() + 120_000_000_000L;
		while (System.nanoTime() < end) {
			try {
				Reply reply = ask(method, path, headers, body);
				if (reply.status() / 100 == 2) {
					return reply;
				}
				if (reply.status() / 100 != 5 && reply.status() != 409) {
					throw new IllegalStateException(path + ": " + reply);
				}
			}
			catch (IOException ex) {
				close();
			}
			this.retried++;
			Thread.sleep(200);
		}
		throw new IllegalStateException(path + ": not kept");
	}

	/** Asks once. */
	Reply ask(String method, String path, String headers, String body) throws IOException {
		if (this.socket == null) {
			this.socket = new Socket();
			this.socket.setTcpNoDelay(true);
			this.socket.setSoTimeout(PATIENCE);
			this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), PATIENCE);
			this.in = new BufferedInputStream(this.socket.getInputStream());
		}
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		String request = "%s %s HTTP/1.1\r\nHost: localhost:%d\r\n%s%s\r\n".formatted(method, path, this.port, headers,
				method.equals("GET") ? "" : "Content-Length: %d\r\n".formatted(content.length));
		this.socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
		this.socket.getOutputStream().write(content);
		return reply();
	}

	private Reply reply() throws IOException {
		int status = Integer.parseInt(line().split(" ", 3)[1]);
		Map<String, String> headers = new HashMap<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			String[] header = line.split(": *", 2);
			headers.merge(header[0].toLowerCase(Locale.ROOT), header[1], (one, other) -> one + "\n" + other);
		}
		StringBuilder body = new StringBuilder();
		if ("chunked".equals(headers.get("transfer-encoding"))) {
			for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
				body.append(text(size));
				line();
			}
			line();
		}
		else {
			body.append(text(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
		}
		if ("close".equals(headers.get("connection"))) {
			close();
		}
		return new Reply(status, headers, body.toString());
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int read = this.in.read(); read != '\n'; read = this.in.read()) {
			if (read < 0) {
				throw new EOFException();
			}
			if (read != '\r') {
				line.append((char) read);
			}
		}
		return line.toString();
	}

	private String text(int size) throws IOException {
		byte[] bytes = this.in.readNBytes(size);
		if (bytes.length < size) {
			throw new EOFException();
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		if (this.socket != null) {
			try {
				this.socket.close();
			}
			catch (IOException ex) {
				// it is gone either way
			}
			this.socket = null;
		}
	}

}
