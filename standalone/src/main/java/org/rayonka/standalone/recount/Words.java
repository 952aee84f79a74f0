package org.rayonka.standalone.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * What a recount has found in words.
 *
 * @param mode what it was for
 * @param report of engagement-service, with its end
 */
record Words(Mode mode, JsonNode report) {

	private static final List<String> VERDICTS = List.of("counted", "repeated", "crawler", "automated", "prefetch");

	/** A line for each difference that is told, and how many are not. */
	List<String> differences() {
		String pattern = (this.mode == Mode.REBUILD) ? "%s: %s of article %s was %s, is %s now"
				: "%s: %s of article %s is %s, should be %s";
		List<String> lines = new ArrayList<>();
		for (JsonNode found : this.report.path("found")) {
			lines.add(pattern.formatted(text(found, "where"), text(found, "what"), text(found, "article"),
					text(found, "found"), text(found, "expected")));
		}
		long more = count("differences") - lines.size();
		if (more > 0) {
			lines.add("and " + more + " more");
		}
		return lines;
	}

	/** How it ended. */
	String summary() {
		if (!text(this.report, "state").equals("DONE")) {
			return "The recount failed: "
					+ this.report.path("failure").asString("no reason given").replaceAll("\\s+", " ");
		}
		return switch (this.mode) {
			case VERIFY -> compared();
			case REBUILD -> rebuilt();
			case RECLASSIFY, DRY_RUN -> reclassified();
		};
	}

	private String compared() {
		String what = "Compared " + records() + " of the log and " + many(count("articles"), "article") + ": ";
		long differences = count("differences");
		return what + ((differences == 0) ? "all counts are equal."
				: many(differences, "count") + " not equal. ./rayonka recount --rebuild makes them so.");
	}

	private String rebuilt() {
		long differences = count("differences");
		return "Counted " + records() + " of the log anew: "
				+ ((differences == 0) ? "no count in PostgreSQL was wrong"
						: many(differences, "count") + " in PostgreSQL repaired")
				+ ", and Redis has been filled from there.";
	}

	private String reclassified() {
		boolean dry = this.mode == Mode.DRY_RUN;
		StringBuilder text = new StringBuilder(dry ? "Nothing was written; it would be:\n" : "Done:\n");
		row(text, "verdict", "before", "after");
		for (String verdict : VERDICTS) {
			row(text, verdict, text(this.report.path("before"), verdict), text(this.report.path("after"), verdict));
		}
		text.append("The views of ")
			.append(many(count("changed"), "article"))
			.append(dry ? " would change" : " changed");
		text.append(this.report.path("largest").isEmpty() ? "." : "; the most:").append('\n');
		for (JsonNode change : this.report.path("largest")) {
			text.append("article %s: %s -> %s%n".formatted(text(change, "article"), text(change, "before"),
					text(change, "after")));
		}
		text.append(records()).append(" of the log judged, ").append(count("unjudged"));
		return text.append(" of them without their client: their verdict stands.").toString();
	}

	private static void row(StringBuilder text, String verdict, String before, String after) {
		text.append(String.format(Locale.ROOT, "%-10s %12s %12s%n", verdict, before, after));
	}

	private String records() {
		return many(count("done"), "record");
	}

	private static String many(long count, String noun) {
		return count + " " + noun + ((count == 1) ? "" : "s");
	}

	private long count(String name) {
		return this.report.path(name).asLong(0);
	}

	private static String text(JsonNode node, String name) {
		return node.path(name).asString("");
	}

}
