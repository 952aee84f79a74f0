package org.rayonka.standalone.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.rayonka.standalone.platform.Home;
import org.rayonka.standalone.platform.Service;

/**
 * The build's last step: extracts the services' jars and trains an AOT cache for each,
 * where something changed.
 */
public final class PrepareServices {

	private PrepareServices() {
	}

	/**
	 * Prepares everything, two at a time.
	 * @param args the checkout, whether to do without caches
	 * @throws Exception when a jar cannot be extracted
	 */
	public static void main(String[] args) throws Exception {
		Home home = new Home(Path.of(args[0]).toRealPath());
		boolean skip = Boolean.parseBoolean(args[1]);
		LauncherArguments.write(home);
		List<Preparation> preparations = Stream
			.concat(Service.ALL.stream().map((service) -> Preparation.of(home, service.name())),
					Stream.of(Preparation.ofConsole(home), Preparation.ofBroker(home), Preparation.ofLauncher(home)))
			.toList();
		try (ExecutorService two = Executors.newFixedThreadPool(2)) {
			List<Future<?>> done = preparations.stream().<Future<?>>map((preparation) -> two.submit(() -> {
				preparation.run(skip);
				return skip;
			})).toList();
			for (Future<?> one : done) {
				one.get();
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException failure) ? failure : ex;
		}
		mark(home);
	}

	/**
	 * A build of some modules alone leaves no mark, so that {@code up} builds the others.
	 */
	private static void mark(Home home) throws IOException {
		Path mark = home.built("prepared");
		if (Service.ALL.stream().allMatch((service) -> home.jar(service.name()).isPresent())) {
			Files.writeString(mark, home.root().toString());
		}
		else {
			Files.deleteIfExists(mark);
		}
	}

}
