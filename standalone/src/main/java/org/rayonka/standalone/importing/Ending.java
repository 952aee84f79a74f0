package org.rayonka.standalone.importing;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The last line of an import in words.
 *
 * @param line of the kind done or failed
 */
record Ending(JsonNode line) {

	boolean failed() {
		return !this.line.path("kind").asString("").equals("done");
	}

	/** Whether nothing is left that the next time could be handed over. */
	boolean whole() {
		return !failed() && count("commentsFailed") + count("openingsFailed") == 0;
	}

	String text() {
		return failed() ? failure() : success() + (whole() ? "" : "\nNot everything was handed over: " + Import.AGAIN);
	}

	private String failure() {
		String where = this.line.has("line") ? "at line " + this.line.path("line").asLong() : "";
		return ("The import failed " + where).strip() + ": " + this.line.path("reason").asString("no reason given");
	}

	private String success() {
		List<String> parts = new ArrayList<>();
		parts.add(count("created") + " new (" + count("drafts") + " of them drafts)");
		parts.add(count("updated") + " updated");
		parts.add(count("unchanged") + " unchanged");
		parts.add(count("edited") + " left as edited here");
		parts.add(count("failed") + " failed");
		String talk = count("pictures") + " pictures (" + count("picturesLost") + " lost), " + count("comments")
				+ " comments (" + count("commentsFailed") + " failed), " + count("openings") + " opening balances ("
				+ count("openingsFailed") + " failed), " + count("redirects") + " old addresses";
		String verb = this.line.path("dryRun").asBoolean(false) ? "Nothing was written; it would be: " : "Done: ";
		return verb + count("posts") + " posts: " + String.join(", ", parts) + "\n" + talk + "\n"
				+ count("notUnderstood") + " things were not understood";
	}

	private long count(String name) {
		return this.line.path(name).asLong(0);
	}

}
