package org.rayonka.standalone.supervision;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.rayonka.infrastructure.InfrastructureException;

/**
 * Keeps one process alive: starts it, and starts it again whenever it ends unasked or
 * hangs.
 */
public final class Keeper {

	private static final int FIRST_ATTEMPTS = 2;

	/** So many questions without an answer, one after another, and it hangs. */
	private static final int SILENCES = 12;

	private final Part part;

	private final Journal journal;

	private final Semaphore places;

	private final Duration pulse;

	private final CompletableFuture<Void> firstUp = new CompletableFuture<>();

	private final Object bell = new Object();

	private volatile State state = State.STARTING;

	private volatile long since = System.nanoTime();

	private volatile boolean wanted = true;

	private boolean asked;

	private volatile CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

	/**
	 * A keeper.
	 * @param part what to keep alive
	 * @param journal where to say so
	 * @param places how many may start at once
	 * @param pulse how often to ask whether it hangs
	 */
	public Keeper(Part part, Journal journal, Semaphore places, Duration pulse) {
		this.part = part;
		this.journal = journal;
		this.places = places;
		this.pulse = pulse;
	}

	/**
	 * What is kept alive.
	 * @return the process
	 */
	public Part part() {
		return this.part;
	}

	/**
	 * How it is.
	 * @return the state now
	 */
	public State state() {
		return this.state;
	}

	/**
	 * How long it has been so.
	 * @return the time in this state
	 */
	public Duration sinceWhen() {
		return Duration.ofNanos(System.nanoTime() - this.since);
	}

	/**
	 * The first time that it serves.
	 * @return completes when it does, or with the failure when it does not start at all
	 */
	public CompletableFuture<Void> firstUp() {
		return this.firstUp;
	}

	/**
	 * Begins to keep it alive.
	 */
	public synchronized void begin() {
		if (!this.ended.isDone()) {
			return;
		}
		this.wanted = true;
		become(State.STARTING);
		CompletableFuture<Void> end = new CompletableFuture<>();
		this.ended = end;
		Thread.ofPlatform().name("keeper-" + this.part.name()).daemon().start(() -> {
			try {
				keep();
			}
			finally {
				end.complete(null);
			}
		});
	}

	/**
	 * Stops the process and starts it again without a pause.
	 */
	public void restart() {
		this.journal.note(this.part.name(), "restart asked for");
		synchronized (this.bell) {
			this.asked = true;
			this.bell.notifyAll();
		}
		if (this.ended.isDone()) {
			begin();
		}
		else {
			this.part.stop();
		}
	}

	/**
	 * Stops the process for good and returns when it has ended.
	 */
	public void stop() {
		this.wanted = false;
		synchronized (this.bell) {
			this.bell.notifyAll();
		}
		this.part.stop();
		this.ended.join();
		this.part.stop();
		become(State.DOWN);
	}

	private void keep() {
		Backoff backoff = new Backoff();
		int failures = 0;
		while (this.wanted) {
			long begun = System.nanoTime();
			try {
				start();
				failures = 0;
				watch();
			}
			catch (InfrastructureException ex) {
				failures++;
				if (!this.wanted) {
					return;
				}
				this.journal.note(this.part.name(), String.valueOf(ex.getMessage()));
				if (failures == FIRST_ATTEMPTS && !this.firstUp.isDone()) {
					become(State.FAILED);
					this.firstUp.completeExceptionally(ex);
					return;
				}
			}
			if (this.wanted) {
				pause(backoff.afterCrash(Duration.ofNanos(System.nanoTime() - begun)));
			}
		}
	}

	private void start() {
		this.places.acquireUninterruptibly();
		try {
			if (this.wanted) {
				long begun = System.nanoTime();
				this.part.start();
				become(State.UP);
				this.journal.note(this.part.name(), "up on port %d after %d ms, process %d".formatted(this.part.port(),
						Duration.ofNanos(System.nanoTime() - begun).toMillis(), this.part.pid()));
				this.firstUp.complete(null);
			}
		}
		finally {
			this.places.release();
		}
	}

	/** Returns when the process has ended; one that hangs is ended. */
	private void watch() {
		int silences = 0;
		while (!ends(this.part.onExit(), this.pulse)) {
			silences = this.part.answers() ? 0 : silences + 1;
			if (silences == SILENCES) {
				this.journal.note(this.part.name(), "does not answer any more; killing it");
				this.part.kill();
			}
		}
	}

	private static boolean ends(CompletableFuture<Void> end, Duration within) {
		try {
			end.get(within.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void pause(Duration pause) {
		synchronized (this.bell) {
			if (!this.asked) {
				this.journal.note(this.part.name(), "ended; starting it again in " + pause.toMillis() + " ms");
			}
			become(State.RESTARTING);
			long until = System.nanoTime() + pause.toNanos();
			try {
				for (long left = pause.toMillis(); left > 0 && this.wanted
						&& !this.asked; left = (until - System.nanoTime()) / 1_000_000) {
					this.bell.wait(left);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				this.wanted = false;
			}
			this.asked = false;
		}
	}

	private void become(State next) {
		this.state = next;
		this.since = System.nanoTime();
	}

}
