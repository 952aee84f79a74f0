import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Very many open pages that watch their numbers change.
 */
final class StreamBenchmark {

	private static final int ARTICLES = 1000;

	private static final int WATCHED = 20;

	private static final Pattern CHANGE = Pattern.compile("\\{\"article\":\"([^\"]+)\",\"views\":(\\d+)");

	private final Platform platform;

	private final Map<SocketChannel, Stream> streams = new HashMap<>();

	private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

	private long events;

	private int lost;

	private StreamBenchmark(Platform platform) {
		this.platform = platform;
	}

	public static void main(String[] args) throws Exception {
		Path root = Path.of(args[0]).toRealPath();
		try (Platform platform = new Platform(root)) {
			String text = new StreamBenchmark(platform).run(Platform.option(args, "--streams", 5000),
					Platform.option(args, "--rate", 100), Platform.option(args, "--seconds", 60));
			System.out.print(text);
			Files.writeString(root.resolve("benchmarks/results/streams.md"), text);
		}
	}

	private String run(int count, int rate, int seconds) throws Exception {
		this.platform.up();
		List<String> articles = this.platform.publish("bench", ARTICLES);
		List<String> names = List.of("gateway", "engagement-service");
		Map<String, Long> pids = this.platform.processes();
		List<Long> before = names.stream().map((name) -> heap(pids.get(name))).toList();
		try (Selector selector = Selector.open(); Readers readers = new Readers(this.platform.port(), articles)) {
			open(count, articles, selector);
			long opened = this.streams.size() - this.lost;
			this.events = 0;
			long cpu = Platform.cpuMillis(pids.values());
			readers.start((long) rate * seconds, rate);
			while (readers.running()) {
				read(selector, 200);
			}
			double busy = (Platform.cpuMillis(pids.values()) - cpu) / 1000.0;
			// until all have been told the last numbers
			long end = System.nanoTime() + 30_000_000_000L;
			long behind = behind(articles);
			while (behind > 0 && System.nanoTime() < end) {
				for (int i = 0; i < 10; i++) {
					read(selector, 100);
				}
				behind = behind(articles);
			}
			StringBuilder text = new StringBuilder();
			text.append("# Streams of numbers, %s%n%n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
			text.append(String.format(Locale.ROOT, """
					%d processors; %d streams through the gateway (%d asked for), each of %d articles out of %d, while %.0f
					views/s came in for %d s. By `benchmarks/counting streams`.

					- %d changes were told, %.0f a second; all processes took %.0f s of CPU, %.2f ms for each change told.
					- Connections lost: %d. Streams that did not have the last numbers within 30 s: %d.

					| process | most that its heap may hold, MiB | in use after a collection, no stream | with the streams | PSS MiB |
					|---|---|---|---|---|
					""", Runtime.getRuntime().availableProcessors(), opened, count, WATCHED, ARTICLES, readers.perSecond(),
					seconds, this.events, (double) this.events / seconds, busy, busy * 1000 / this.events, this.lost, behind));
			for (int i = 0; i < names.size(); i++) {
				long pid = pids.get(names.get(i));
				text.append("| %s | %s | %d | %d | %d |%n".formatted(names.get(i),
						Platform.find(call("ps", "-o", "args=", "-ww", "-p", "" + pid), "-Xmx(\\d+)m"), before.get(i), heap(pid),
						Platform.pssKib(pid) / 1024));
			}
			return text.toString();
		}
	}

	private void open(int count, List<String> articles, Selector selector) throws IOException {
		Random chance = new Random(1);
		for (int number = 0; number < count; number++) {
			List<String> watched = new ArrayList<>();
			for (int i = 0; i < WATCHED; i++) {
				watched.add(articles.get(chance.nextInt(articles.size())));
			}
			SocketChannel channel = SocketChannel
				.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.platform.port()));
			channel.write(StandardCharsets.ISO_8859_1.encode(
					"GET /api/v1/counts/stream?ids=%s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/event-stream\r\n\r\n"
						.formatted(String.join(",", watched), this.platform.port())));
			channel.configureBlocking(false);
			channel.register(selector, SelectionKey.OP_READ);
			this.streams.put(channel, new Stream(watched));
			if (number % 20 == 0) {
				read(selector, 20);
			}
		}
		for (int i = 0; i < 50; i++) {
			read(selector, 100);
		}
	}

	private void read(Selector selector, long millis) throws IOException {
		selector.select((key) -> {
			SocketChannel channel = (SocketChannel) key.channel();
			try {
				this.buffer.clear();
				int read = channel.read(this.buffer);
				if (read < 0) {
					throw new IOException("closed");
				}
				this.events += this.streams.get(channel).take(StandardCharsets.ISO_8859_1.decode(this.buffer.flip()));
			}
			catch (IOException ex) {
				key.cancel();
				this.lost++;
			}
		}, millis);
	}

	private long behind(List<String> articles) throws Exception {
		Map<String, Platform.Numbers> counts = this.platform.counts(articles);
		return this.streams.values().stream().filter((stream) -> stream.isBehind(counts)).count();
	}

	/** MiB of the heap in use after a collection. */
	private static long heap(long pid) {
		call("jcmd", "" + pid, "GC.run");
		Matcher used = Pattern.compile("total (?:reserved \\d+K, committed )?\\d+K, used (\\d+)K")
			.matcher(call("jcmd", "" + pid, "GC.heap_info"));
		long all = 0;
		while (used.find()) {
			all += Long.parseLong(used.group(1));
		}
		return all / 1024;
	}

	private static String call(String program, String... arguments) {
		List<String> command = new ArrayList<>(List.of(program.equals("jcmd")
				? Path.of(System.getProperty("java.home"), "bin", "jcmd").toString() : program));
		command.addAll(List.of(arguments));
		return Platform.call(command);
	}

	/**
	 * What one page watches and has been told.
	 */
	private static final class Stream {

		private final List<String> watched;

		/** The last number of views of each. */
		private final Map<String, Long> told = new HashMap<>();

		/** What came of the answer and is not read yet, in chunks (RFC 9112, 7.1). */
		private final StringBuilder raw = new StringBuilder();

		/** The events of whole chunks that are not read yet. */
		private final StringBuilder text = new StringBuilder();

		private boolean begun;

		Stream(List<String> watched) {
			this.watched = watched;
		}

		int take(CharSequence part) {
			this.raw.append(part);
			int head = this.begun ? 0 : this.raw.indexOf("\r\n\r\n") + 4;
			this.begun = this.begun || head > 4;
			if (!this.begun) {
				return 0;
			}
			this.raw.delete(0, head);
			for (int size = chunk(); size >= 0; size = chunk()) {
				int begin = this.raw.indexOf("\r\n") + 2;
				this.text.append(this.raw, begin, begin + size);
				this.raw.delete(0, begin + size + 2);
			}
			int end = this.text.lastIndexOf("\n") + 1;
			int changes = 0;
			Matcher change = CHANGE.matcher(this.text).region(0, end);
			while (change.find()) {
				this.told.put(change.group(1), Long.valueOf(change.group(2)));
				changes++;
			}
			this.text.delete(0, end);
			return changes;
		}

		/** The size of the first chunk; negative while it has not come whole. */
		private int chunk() {
			int line = this.raw.indexOf("\r\n");
			if (line < 0) {
				return -1;
			}
			int size = Integer.parseInt(this.raw, 0, line, 16);
			return (this.raw.length() >= line + 2 + size + 2) ? size : -1;
		}

		boolean isBehind(Map<String, Platform.Numbers> counts) {
			return this.watched.stream()
				.anyMatch((article) -> this.told.getOrDefault(article, 0L) != counts.get(article).views());
		}

	}

}
