package org.rayonka.standalone.screen;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;

/**
 * For programs: the lines as they come.
 */
final class LineView implements View {

	private final PrintStream out;

	LineView(PrintStream out) {
		this.out = out;
	}

	@Override
	public void show(String text, JsonNode line) {
		byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
		this.out.write(bytes, 0, bytes.length);
		this.out.flush();
	}

	@Override
	public void end() {
		this.out.flush();
	}

}
