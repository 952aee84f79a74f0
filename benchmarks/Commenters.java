import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Guests who write comments and answers, each one after the other, each again with the
 * same key until it is acknowledged.
 */
final class Commenters implements AutoCloseable {

	/** Answers below one comment: no more than a page of the discussion shows. */
	private static final int ANSWERS = 4;

	private final ExecutorService threads;

	private final int port;

	private final List<String> articles;

	private final AtomicLong next = new AtomicLong();

	private final AtomicInteger retried = new AtomicInteger();

	private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();

	private final List<Future<Void>> work = new ArrayList<>();

	Commenters(int port, List<String> articles, int writers) {
		this.port = port;
		this.articles = articles;
		this.threads = Executors.newFixedThreadPool(writers);
		articles.forEach((article) -> this.acknowledged.put(article, ConcurrentHashMap.newKeySet()));
	}

	/** Begins to write so many comments by so many writers. */
	void start(int comments, int writers) {
		for (int writer = 0; writer < writers; writer++) {
			int number = writer;
			this.work.add(this.threads.submit((Callable<Void>) () -> write(comments, number)));
		}
	}

	private Void write(int comments, int writer) throws InterruptedException {
		Random chance = new Random(writer);
		String cookie = "";
		try (Line line = new Line(this.port)) {
			for (long number = this.next.getAndIncrement(); number < comments;) {
				String article = this.articles.get(chance.nextInt(this.articles.size()));
				String parent = null;
				for (int i = 0; i <= ANSWERS && number < comments; i++, number = this.next.getAndIncrement()) {
					Line.Reply reply = post(line, article, cookie, parent, number);
					String id = Platform.text(reply.body(), "id");
					if (!this.acknowledged.get(article).add(id)) {
						throw new IllegalStateException("The same comment for two postings: " + id);
					}
					parent = (parent != null) ? parent : id;
					cookie = cookie.isEmpty() ? cookie(reply) : cookie;
				}
			}
			this.retried.addAndGet(line.retried());
		}
		return null;
	}

	private Line.Reply post(Line line, String article, String cookie, String parent, long number)
			throws InterruptedException {
		String text = "Слово номер %d: %s".formatted(number, "думаю, что дорогу пора чинить. ".repeat(4));
		String body = (parent == null) ? "{\"text\":\"%s\"}".formatted(text)
				: "{\"text\":\"%s\",\"parentId\":\"%s\"}".formatted(text, parent);
		return line.untilKept("POST", "/api/v1/articles/" + article + "/comments",
				"%sContent-Type: application/json\r\nIdempotency-Key: %s\r\n".formatted(cookie, UUID.randomUUID()), body);
	}

	private static String cookie(Line.Reply reply) {
		return "Cookie: " + reply.visitor() + "\r\n";
	}

	boolean running() {
		return this.work.stream().anyMatch((part) -> !part.isDone());
	}

	/** Waits until all are acknowledged. */
	void join() throws InterruptedException, ExecutionException {
		for (Future<Void> part : this.work) {
			part.get();
		}
	}

	int retried() {
		return this.retried.get();
	}

	/** What was acknowledged below an article. */
	Set<String> acknowledged(String article) {
		return new HashSet<>(this.acknowledged.get(article));
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
