import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Visitors who like articles and change their minds, each doing one thing at a time, so
 * that it is known what each likes in the end.
 */
final class Likers implements AutoCloseable {

	private static final int THREADS = 8;

	private static final int VISITORS = 50;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private final int port;

	private final List<String> articles;

	private final AtomicLong next = new AtomicLong();

	private final Map<String, AtomicLong> standing = new ConcurrentHashMap<>();

	private final List<Future<Void>> work = new ArrayList<>();

	Likers(int port, List<String> articles) {
		this.port = port;
		this.articles = articles;
	}

	/**
	 * Makes the visitors known, then begins to change likes, each change again until it is
	 * acknowledged.
	 * @param acquaintance an article that they like first, and that is not looked at
	 */
	Likers start(String acquaintance, long changes, int perSecond) throws InterruptedException {
		List<List<Liker>> groups = new ArrayList<>();
		try (Line line = new Line(this.port)) {
			for (int thread = 0; thread < THREADS; thread++) {
				List<Liker> group = new ArrayList<>();
				for (int i = 0; i < VISITORS; i++) {
					Line.Reply reply = line.untilKept("PUT", like(acquaintance), "");
					group.add(new Liker(reply.visitor(), new HashMap<>()));
				}
				groups.add(group);
			}
		}
		long begun = System.nanoTime();
		for (List<Liker> group : groups) {
			this.work.add(this.threads.submit((Callable<Void>) () -> change(group, changes, perSecond, begun)));
		}
		return this;
	}

	private Void change(List<Liker> visitors, long changes, int perSecond, long begun) throws InterruptedException {
		Random chance = new Random();
		try (Line line = new Line(this.port)) {
			for (long number = this.next.getAndIncrement(); number < changes; number = this.next.getAndIncrement()) {
				LockSupport.parkNanos(begun + number * 1_000_000_000L / perSecond - System.nanoTime());
				String article = this.articles.get(chance.nextInt(this.articles.size()));
				Liker visitor = visitors.get(chance.nextInt(visitors.size()));
				boolean like = chance.nextBoolean();
				line.untilKept(like ? "PUT" : "DELETE", like(article), "Cookie: " + visitor.cookie() + "\r\n");
				visitor.likes().put(article, like);
			}
		}
		for (Liker visitor : visitors) {
			visitor.likes().forEach((article, like) -> {
				if (like) {
					this.standing.computeIfAbsent(article, (key) -> new AtomicLong()).incrementAndGet();
				}
			});
		}
		return null;
	}

	private static String like(String article) {
		return "/api/v1/articles/" + article + "/like";
	}

	private record Liker(String cookie, Map<String, Boolean> likes) {
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

	/** How many likes of an article stand, once all are acknowledged. */
	long expected(String article) {
		AtomicLong likes = this.standing.get(article);
		return (likes != null) ? likes.get() : 0;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
