package org.rayonka.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.rayonka.events.OpeningRecorded;
import org.rayonka.events.ViewRecorded;

/**
 * Counts a log in the plainest way there is, to be compared with what the service made of
 * it: everything in memory, no buckets, no scripts.
 */
public final class LogOracle {

	private final Duration window;

	private final Map<String, List<Instant>> counted = new HashMap<>();

	private final Map<UUID, Map<String, Long>> verdicts = new HashMap<>();

	private final List<ViewRecorded> shown = new ArrayList<>();

	private final Map<Integer, Instant> clocks = new HashMap<>();

	private final Map<UUID, OpeningRecorded> openings = new HashMap<>();

	public LogOracle(Duration window) {
		this.window = window;
	}

	/** Takes the records of a partition in the order of the log. */
	public void see(int partition, ViewRecorded view) {
		Instant clock = this.clocks.merge(partition, view.at(), (one, other) -> one.isAfter(other) ? one : other);
		String verdict = switch (view.verdict()) {
			case READER -> isFirst(view, clock) ? "counted" : "repeated";
			case CRAWLER -> "crawler";
			case AUTOMATED -> "automated";
			case PREFETCH -> "prefetch";
		};
		this.verdicts.computeIfAbsent(view.article(), (key) -> new HashMap<>()).merge(verdict, 1L, Long::sum);
		if (verdict.equals("counted")) {
			this.shown.add(view);
		}
	}

	/** The last balance in the log is the one that stands. */
	public void see(OpeningRecorded opening) {
		this.openings.put(opening.article(), opening);
	}

	private boolean isFirst(ViewRecorded view, Instant clock) {
		Instant latest = clock.minus(this.window);
		Instant at = view.at().isBefore(latest) ? latest : view.at();
		List<Instant> before = this.counted.computeIfAbsent(view.article() + view.visitor(),
				(key) -> new ArrayList<>());
		if (before.stream().anyMatch((time) -> Duration.between(time, at).abs().compareTo(this.window) < 0)) {
			return false;
		}
		before.add(at);
		return true;
	}

	public long count(UUID article, String verdict) {
		return this.verdicts.getOrDefault(article, Map.of()).getOrDefault(verdict, 0L);
	}

	/** All that the number of views is made of. */
	public long views(UUID article) {
		OpeningRecorded opening = this.openings.get(article);
		return count(article, "counted") + ((opening != null) ? opening.views() : 0);
	}

	public long openingLikes(UUID article) {
		OpeningRecorded opening = this.openings.get(article);
		return (opening != null) ? opening.likes() : 0;
	}

	/** Views of articles of an edition over all time, those brought along among them. */
	public Map<UUID, Double> all(String edition) {
		Map<UUID, Double> list = list(edition, 0);
		this.openings.forEach((article, opening) -> {
			if (opening.edition().equals(edition) && opening.views() > 0) {
				list.merge(article, (double) opening.views(), Double::sum);
			}
		});
		return list;
	}

	/** Counted views of articles of an edition, from an hour on. */
	public Map<UUID, Double> list(String edition, long lowestHour) {
		Map<UUID, Double> list = new HashMap<>();
		for (ViewRecorded view : this.shown) {
			if (view.edition().equals(edition) && Math.floorDiv(view.at().getEpochSecond(), 3600L) >= lowestHour) {
				list.merge(view.article(), 1.0, Double::sum);
			}
		}
		return list;
	}

}
