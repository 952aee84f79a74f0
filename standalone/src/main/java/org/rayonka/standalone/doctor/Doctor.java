package org.rayonka.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.PortHolder;
import org.rayonka.infrastructure.Ports;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.platform.Home;
import org.rayonka.standalone.platform.Platform;
import org.rayonka.standalone.platform.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at everything that a start needs.
 */
public final class Doctor {

	private static final long MEMORY = 2200;

	private final Home home;

	private final DataFolder folder;

	private final Optional<JsonNode> status;

	/**
	 * A doctor.
	 * @param home the checkout
	 * @param folder the data folder
	 * @param status the supervisor's report, empty when none runs
	 */
	public Doctor(Home home, DataFolder folder, Optional<String> status) {
		this.home = home;
		this.folder = folder;
		this.status = status.map(JsonMapper.shared()::readTree);
	}

	/**
	 * Looks at everything.
	 * @param port the port that the site is to have
	 * @return what was found, in the order of importance
	 */
	public List<Finding> look(int port) {
		List<Finding> findings = new ArrayList<>(List.of(java(), maven(), build(), disk()));
		if (this.status.isPresent()) {
			findings.addAll(processes(this.status.get()));
		}
		else {
			findings.addAll(List.of(orphans(), port(port), memory()));
		}
		return findings;
	}

	private static Finding java() {
		Runtime.Version version = Runtime.version();
		return (version.feature() == 25) ? Finding.well("Java " + version + " in " + System.getProperty("java.home"))
				: Finding.wrong("Java is " + version, "install a JDK 25, for example from https://adoptium.net");
	}

	private static Finding maven() {
		String path = System.getenv().getOrDefault("PATH", "");
		return Pattern.compile(":")
			.splitAsStream(path)
			.map((folder) -> Path.of(folder, "mvn"))
			.filter(Files::isExecutable)
			.findFirst()
			.map((maven) -> Finding.well("Maven is " + maven))
			.orElseGet(() -> Finding.wrong("Maven is not on the path",
					"install Maven 3.8.7 or newer (Debian: apt-get install maven)"));
	}

	private Finding build() {
		List<String> missing = Service.ALL.stream()
			.map(Service::name)
			.filter((name) -> !Files.isDirectory(this.home.extracted(name)))
			.toList();
		return missing.isEmpty() ? Finding.well("All services are built")
				: Finding.wrong("Not built: " + String.join(", ", missing),
						"./rayonka up builds them; if that fails, look into target/build.log");
	}

	private Finding disk() {
		try {
			this.folder.prepare();
			return Finding
				.well("%s can be written, %d MB are left".formatted(this.folder.root(), this.folder.room() >> 20));
		}
		catch (InfrastructureException ex) {
			return Finding.wrong("The data folder", String.valueOf(ex.getMessage()));
		}
	}

	private static Finding port(int port) {
		return Ports.isFree(port) ? Finding.well("Port " + port + " is free")
				: Finding.wrong("Port " + port + " is taken by " + PortHolder.of(port),
						"stop that, or start with --port and another number");
	}

	private Finding orphans() {
		List<String> orphans = Platform.findOrphans(this.folder);
		return orphans.isEmpty() ? Finding.well("No process is left over from a killed run")
				: Finding.wrong("Left over from a killed run: " + String.join(", ", orphans),
						"./rayonka down ends them, ./rayonka up too");
	}

	private static Finding memory() {
		try {
			Matcher available = Pattern.compile("MemAvailable:\\s+(\\d+) kB")
				.matcher(Files.readString(Path.of("/proc/meminfo")));
			long megabytes = available.find() ? Long.parseLong(available.group(1)) >> 10 : MEMORY;
			return (megabytes >= MEMORY) ? Finding.well(megabytes + " MB of memory are available")
					: Finding.wrong("Only " + megabytes + " MB of memory are available",
							"the platform wants " + MEMORY + " MB: close something");
		}
		catch (IOException ex) {
			return Finding.well("How much memory is available is not known here");
		}
	}

	private static List<Finding> processes(JsonNode status) {
		List<Finding> findings = new ArrayList<>();
		for (JsonNode process : status.path("processes")) {
			String name = process.path("name").asString();
			String state = process.path("state").asString();
			findings.add(state.equals("up") ? Finding.well(name + " is up") : Finding.wrong(name + " is " + state,
					"./rayonka logs " + name + ", then ./rayonka restart " + name));
		}
		return findings;
	}

}
