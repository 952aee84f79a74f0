package org.rayonka.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.LogTail;
import org.rayonka.infrastructure.OwnedProcess;
import org.rayonka.standalone.Rayonka;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.platform.Home;

/**
 * A supervisor in a process of its own, which outlives the command that started it.
 */
final class DetachedSupervisor {

	/** Where a supervisor says in one line why it gave up. */
	static final String FAILURE = "failure.txt";

	private final DataFolder folder;

	private final RunOption run;

	private final OwnedProcess process;

	DetachedSupervisor(DataFolder folder, RunOption run) {
		this.folder = folder;
		this.run = run;
		this.process = new OwnedProcess("supervisor", folder.pids().resolve("supervisor.pid"),
				folder.logs().resolve("supervisor.out"));
	}

	void start() {
		this.folder.prepare();
		Home home = Home.find();
		List<String> command = new ArrayList<>(List.of(Home.java()));
		Path arguments = home.built("launcher.args");
		if (Files.isReadable(arguments)) {
			command.add("@" + arguments);
		}
		else {
			command.addAll(Home.memory(64));
			command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		}
		command.addAll(List.of("-D" + Home.PROPERTY + "=" + home.root(), Rayonka.class.getName(), "supervise", "--data",
				this.folder.root().toString()));
		command.addAll(this.run.arguments());
		try {
			Files.deleteIfExists(this.folder.resolve(FAILURE));
		}
		catch (IOException ex) {
			throw new InfrastructureException("The data folder cannot be written: " + ex, ex);
		}
		this.process.start(command, this.folder.root(), Map.of());
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Why it gave up, empty while it runs. */
	Optional<String> failure() {
		if (isAlive()) {
			return Optional.empty();
		}
		List<String> said = LogTail.of(this.folder.resolve(FAILURE), 1);
		return Optional
			.of(said.isEmpty() ? "The supervisor ended; its output is in " + this.process.log() : said.getFirst());
	}

}
