package org.rayonka.engagement.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.rayonka.engagement.recount.LikesAndComments.Expected;
import org.rayonka.engagement.scoreboard.Inspection.Listed;
import org.rayonka.engagement.scoreboard.Inspection.Row;
import org.rayonka.engagement.scoreboard.Metric;
import org.rayonka.engagement.scoreboard.Window;

/**
 * What Redis holds of one article beside what it should hold: each number, and the
 * article's score in every place of every list, trending excepted.
 */
final class RowComparison {

	private RowComparison() {
	}

	static List<Difference> views(UUID article, Map<Window, Long> expected, Row held) {
		List<Difference> differences = new ArrayList<>();
		number(differences, article, "views", expected.getOrDefault(Window.ALL, 0L), held.views());
		expected
			.forEach((window, views) -> listed(differences, article, new Listed(Metric.VIEWS, window), views, held));
		return differences;
	}

	static List<Difference> standings(UUID article, Expected expected, Row held) {
		List<Difference> differences = new ArrayList<>();
		number(differences, article, "version of likes and comments", expected.version(), held.version());
		number(differences, article, "likes", expected.likes(), held.likes());
		number(differences, article, "comments", expected.comments(), held.comments());
		expected.lists().forEach((list, value) -> listed(differences, article, list, value, held));
		return differences;
	}

	static void number(List<Difference> differences, UUID article, String what, long expected, long found) {
		if (expected != found) {
			differences
				.add(new Difference(article, Difference.REDIS, what, Long.toString(expected), Long.toString(found)));
		}
	}

	private static void listed(List<Difference> differences, UUID article, Listed list, long expected, Row held) {
		for (double score : held.scores().getOrDefault(list, List.of())) {
			number(differences, article, list.toString(), expected, (long) score);
		}
	}

}
