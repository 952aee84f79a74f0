package org.rayonka.standalone.importing;

import tools.jackson.databind.JsonNode;

/**
 * Shows how an import goes on.
 */
sealed interface View permits LineView, BarView {

	/**
	 * Shows a line of the answer.
	 * @param text the line as it came
	 * @param line what it says
	 */
	void show(String text, JsonNode line);

	/** Leaves what was shown, so that words can follow. */
	void end();

}
