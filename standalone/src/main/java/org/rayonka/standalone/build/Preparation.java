package org.rayonka.standalone.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.rayonka.infrastructure.KafkaServer;
import org.rayonka.standalone.platform.ConsoleProgram;
import org.rayonka.standalone.platform.Home;

/**
 * One thing to prepare.
 */
@FunctionalInterface
interface Preparation {

	/** The heap's limit while training. */
	int HEAP = 112;

	void run(boolean withoutCache) throws IOException;

	/** Extracts a service's jar and trains its cache, if the jar is another one. */
	static Preparation of(Home home, String service) {
		return (withoutCache) -> {
			ServiceJar jar = new ServiceJar(home, service);
			if (jar.isMissing()) {
				System.out.println(service + " is not built: it is left out");
			}
			else {
				jar.extract();
				if (!withoutCache) {
					jar.train();
				}
			}
		};
	}

	static Preparation ofConsole(Home home) {
		return (withoutCache) -> {
			if (!withoutCache) {
				new Training("ops-console", ConsoleProgram.cache(home)).newerThan(home.built("console"))
					.newerThan(home.launcherJar())
					.run(Stream.concat(Stream.of(Training.ONCE), ConsoleProgram.plain(home).stream()).toList());
			}
		};
	}

	static Preparation ofBroker(Home home) {
		return (withoutCache) -> {
			if (!withoutCache) {
				Path scratch = Files.createTempDirectory(home.built(""), "broker");
				KafkaServer.train(scratch);
				Folders.delete(scratch);
			}
		};
	}

	static Preparation ofLauncher(Home home) {
		return (withoutCache) -> {
			if (!withoutCache) {
				List<String> command = new ArrayList<>(LauncherArguments.plain(home));
				command.addAll(List.of("-D" + Home.PROPERTY + "=" + home.root(), "org.rayonka.standalone.Rayonka",
						"doctor", "--data", home.built("training").toString()));
				new Training("rayonka", LauncherArguments.cache(home)).newerThan(home.built("launcher"))
					.newerThan(home.launcherJar())
					.run(command);
				Folders.delete(home.built("training"));
				LauncherArguments.write(home);
			}
		};
	}

}
