import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * People in front of articles, each a different visitor, so that every one of their views
 * counts once however often it is sent.
 */
final class Readers implements AutoCloseable {

	private static final int CONNECTIONS = 32;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final int port;

	private final List<String> articles;

	private final AtomicLong next = new AtomicLong();

	private final AtomicLong retried = new AtomicLong();

	private final List<Future<Void>> work = new ArrayList<>();

	private volatile boolean stopped;

	private long begun;

	private final AtomicLong lastKept = new AtomicLong();

	Readers(int port, List<String> articles) {
		this.port = port;
		this.articles = articles;
	}

	static String browser(String name) {
		return "User-Agent: Mozilla/5.0 (Linux; Android 15; %s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36\r\n"
			.formatted(name);
	}

	/** Begins to send views, each again until it is acknowledged. */
	Readers start(long views, int perSecond) {
		this.begun = System.nanoTime();
		for (int i = 0; i < CONNECTIONS; i++) {
			this.work.add(this.threads.submit((Callable<Void>) () -> send(views, perSecond)));
		}
		return this;
	}

	private Void send(long views, int perSecond) throws InterruptedException {
		try (Line line = new Line(this.port)) {
			while (!this.stopped) {
				long number = this.next.getAndIncrement();
				if (number >= views) {
					this.next.decrementAndGet();
					break;
				}
				LockSupport.parkNanos(this.begun + number * 1_000_000_000L / perSecond - System.nanoTime());
				line.untilKept("POST", "/api/v1/articles/" + article(number) + "/views", browser("R-" + number));
				this.lastKept.accumulateAndGet(System.nanoTime(), Math::max);
			}
			this.retried.addAndGet(line.retried());
		}
		return null;
	}

	private String article(long number) {
		return this.articles.get((int) (number % this.articles.size()));
	}

	/** Sends what has been begun, and nothing after it. */
	void stop() throws InterruptedException, ExecutionException {
		this.stopped = true;
		join();
	}

	/** Waits until all are acknowledged. */
	void join() throws InterruptedException, ExecutionException {
		for (Future<Void> part : this.work) {
			part.get();
		}
	}

	boolean running() {
		return this.work.stream().anyMatch((part) -> !part.isDone());
	}

	/** How many have been sent. */
	long sent() {
		return this.next.get();
	}

	long retried() {
		return this.retried.get();
	}

	double perSecond() {
		return sent() * 1e9 / (this.lastKept.get() - this.begun);
	}

	/** How many views of an article were acknowledged, once all are. */
	long expected(int article) {
		long all = sent();
		return all / this.articles.size() + ((article < all % this.articles.size()) ? 1 : 0);
	}

	@Override
	public void close() {
		this.stopped = true;
		this.threads.shutdownNow();
	}

}
