package org.rayonka.standalone;

import org.rayonka.standalone.command.CommandLineTool;

/**
 * What {@code ./rayonka} runs.
 */
public final class Rayonka {

	private Rayonka() {
	}

	/**
	 * Runs a command; exits with 0, 1 for a failure told in one line, 2 for a wrong call.
	 * @param args the command and its options
	 */
	public static void main(String[] args) {
		System.exit(CommandLineTool.run(args));
	}

}
