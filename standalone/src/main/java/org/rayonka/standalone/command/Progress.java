package org.rayonka.standalone.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.rayonka.standalone.control.ControlClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows how the start goes: a table that is drawn over on a terminal, a line for each
 * change elsewhere.
 */
final class Progress {

	/** Set by {@code ./rayonka}. */
	private static final boolean TERMINAL = "1".equals(System.getenv("RAYONKA_TERMINAL"));

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final long begun = System.nanoTime();

	private final Map<String, String> lines = new LinkedHashMap<>();

	private final Map<String, String> states = new LinkedHashMap<>();

	private int drawn;

	/**
	 * Shows the start until all is ready or nobody works on it any more.
	 * @param client asks the supervisor
	 * @param working whether a supervisor is at work
	 */
	void follow(ControlClient client, BooleanSupplier working) {
		while (true) {
			boolean alive = working.getAsBoolean();
			Optional<JsonNode> status = client.status().map(JsonMapper.shared()::readTree);
			if (status.isPresent()) {
				show(status.get());
				if (status.get().path("ready").asBoolean()) {
					System.out.print(new Summary(status.get()).text());
					return;
				}
			}
			else if (!alive) {
				return;
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	private void show(JsonNode status) {
		for (JsonNode process : status.path("processes")) {
			line(process.path("name").asString(), process.path("state").asString());
		}
		String doing = status.path("doing").asString();
		if (!doing.isEmpty()) {
			line("demo", doing);
		}
		draw();
	}

	private void line(String name, String state) {
		if (!state.equals(this.states.put(name, state)) || !state.equals("up")) {
			String line = String.format(Locale.ROOT, "  %-20s %-40s %5.1f s", name, state,
					(System.nanoTime() - this.begun) / 1e9);
			String before = this.lines.put(name, line);
			if (!TERMINAL && (before == null || changed(before, line))) {
				System.out.println(line.strip());
			}
		}
	}

	/** Whether more changed than the time. */
	private static boolean changed(String before, String line) {
		int end = before.length() - 8;
		return !before.substring(0, end).equals(line.substring(0, Math.min(end, line.length())));
	}

	private void draw() {
		if (!TERMINAL) {
			return;
		}
		StringBuilder screen = new StringBuilder();
		if (this.drawn > 0) {
			screen.append("\033[").append(this.drawn).append('A');
		}
		List<String> all = List.copyOf(this.lines.values());
		all.forEach((line) -> screen.append("\033[2K").append(line).append('\n'));
		this.drawn = all.size();
		System.out.print(screen);
		System.out.flush();
	}

}
