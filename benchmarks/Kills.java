import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Processes of a platform that are killed without warning, over and over.
 */
final class Kills {

	private final Platform platform;

	private final List<String> victims;

	private final Map<String, Integer> done = new TreeMap<>();

	private final Random chance = new Random();

	Kills(Platform platform, List<String> victims) {
		this.platform = platform;
		this.victims = victims;
	}

	/** Each victim as often as the others, in random order, at random moments, for as long as there is work. */
	void carryOut(int kills, BooleanSupplier working) throws InterruptedException {
		List<String> order = new ArrayList<>();
		while (order.size() < kills) {
			List<String> round = new ArrayList<>(this.victims);
			Collections.shuffle(round, this.chance);
			order.addAll(round);
		}
		for (String victim : order.subList(0, kills)) {
			Thread.sleep(this.chance.nextInt(5_000, 20_000));
			if (!working.getAsBoolean()) {
				return;
			}
			kill(victim);
		}
	}

	private void kill(String victim) throws InterruptedException {
		long pid = this.platform.processes().get(victim);
		ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
		this.done.merge(victim, 1, Integer::sum);
		System.err.printf(Locale.ROOT, "%s kill %d: %s%n", Instant.now(),
				this.done.values().stream().mapToInt(Integer::intValue).sum(), victim);
		long end = System.nanoTime() + 180_000_000_000L;
		while (this.platform.processes().getOrDefault(victim, pid) == pid || !this.platform.ready()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException(victim + " did not come back:\n" + this.platform.status());
			}
			Thread.sleep(1_000);
		}
	}

	/** How often each was killed. */
	@Override
	public String toString() {
		return this.done.toString();
	}

}
