package org.rayonka.standalone.recount;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a recount stands, in lines for programs.
 *
 * @param report of engagement-service
 */
record Account(JsonNode report) {

	boolean running() {
		return state("RUNNING");
	}

	/** Whether it does anything yet that has a name. */
	boolean begun() {
		return !text("phase").isEmpty();
	}

	/** Whether it came to its end and nothing is left that is not as it should be. */
	boolean well() {
		boolean compared = text("mode").equals(Mode.VERIFY.text());
		return state("DONE") && !(compared && this.report.path("differences").asLong(0) > 0);
	}

	/** Whether it is of a mode, and the one that another account was of. */
	boolean isOf(Mode mode, Account earlier) {
		return text("mode").equals(mode.text()) && text("startedAt").equals(earlier.text("startedAt"));
	}

	ObjectNode progress() {
		return copy(this.report, line("progress"), "phase", "done", "of");
	}

	/** What differs and what changes, a line each. */
	List<ObjectNode> findings() {
		List<ObjectNode> lines = new ArrayList<>();
		for (JsonNode found : this.report.path("found")) {
			lines.add(copy(found, line("difference"), "article", "where", "what", "expected", "found"));
		}
		for (JsonNode change : this.report.path("largest")) {
			lines.add(copy(change, line("change"), "article", "before", "after"));
		}
		return lines;
	}

	/** The last line. */
	ObjectNode end() {
		ObjectNode line = line(state("DONE") ? "done" : "failed");
		copy(this.report, line, "mode").set("records", this.report.path("done"));
		copy(this.report, line, "articles", "differences", "before", "after", "changed", "unjudged").set("reason",
				this.report.path("failure"));
		return line;
	}

	private boolean state(String name) {
		return text("state").equals(name);
	}

	private String text(String name) {
		return this.report.path(name).asString("");
	}

	private static ObjectNode line(String kind) {
		return JsonNodeFactory.instance.objectNode().put("kind", kind);
	}

	private static ObjectNode copy(JsonNode from, ObjectNode line, String... names) {
		for (String name : names) {
			line.set(name, from.path(name));
		}
		return line;
	}

}
