package org.rayonka.standalone.screen;

import tools.jackson.databind.JsonNode;

/**
 * Shows how a work goes on.
 */
public sealed interface View permits LineView, BarView {

	/**
	 * Shows a line.
	 * @param text the line as it came
	 * @param line what it says: its kind, and of the kind progress the phase, done and of
	 */
	void show(String text, JsonNode line);

	/** Leaves what was shown, so that words can follow. */
	void end();

}
