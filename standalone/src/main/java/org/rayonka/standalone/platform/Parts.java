package org.rayonka.standalone.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.rayonka.infrastructure.KafkaServer;
import org.rayonka.infrastructure.OwnedProcess;
import org.rayonka.infrastructure.PostgresServer;
import org.rayonka.infrastructure.RedisServer;
import org.rayonka.infrastructure.Server;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.folder.PortBook;
import org.rayonka.standalone.folder.Secrets;
import org.rayonka.standalone.supervision.Launch;
import org.rayonka.standalone.supervision.Part;
import org.rayonka.standalone.supervision.ServerPart;
import org.rayonka.standalone.supervision.ServicePart;

/**
 * Puts the processes of the platform together.
 */
final class Parts {

	private static final int SERVICE_HEAP = 112;

	private static final int BUSY_HEAP = 256;

	private static final int CONSOLE_HEAP = 80;

	private final Home home;

	private final DataFolder folder;

	private final PortBook ports;

	private final Secrets secrets;

	Parts(Home home, DataFolder folder, PortBook ports, Secrets secrets) {
		this.home = home;
		this.folder = folder;
		this.ports = ports;
		this.secrets = secrets;
	}

	/** PostgreSQL, Redis, Kafka. */
	List<Server> servers() {
		return List.of(
				new PostgresServer(this.folder.resolve("postgresql"), log("postgresql"), this.ports.port("postgresql")),
				new RedisServer(this.folder.resolve("redis"), log("redis"), this.ports.port("redis"),
						this.secrets.of("redis")),
				new KafkaServer(this.folder.resolve("kafka"), log("kafka"), this.ports.port("kafka")));
	}

	/** The processes of the services and the console, running or not. */
	Map<String, OwnedProcess> processes() {
		Map<String, OwnedProcess> processes = new LinkedHashMap<>();
		List<String> names = new ArrayList<>(Service.ALL.stream().map(Service::name).toList());
		names.add(Service.CONSOLE);
		for (String name : names) {
			processes.put(name, new OwnedProcess(name, this.folder.pids().resolve(name + ".pid"), log(name)));
		}
		return processes;
	}

	/** All parts, in the order of the status table. */
	List<Part> all(RunOptions options) {
		List<Part> parts = new ArrayList<>();
		for (Server server : servers()) {
			parts.add(new ServerPart(server, () -> {
				if (server instanceof PostgresServer postgres) {
					createDatabases(postgres);
				}
			}));
		}
		Environments environments = new Environments(this.folder, this.ports, this.secrets, options);
		Map<String, OwnedProcess> processes = processes();
		for (Service service : Service.ALL) {
			parts.add(service(service, environments, Objects.requireNonNull(processes.get(service.name()))));
		}
		parts.add(console(Objects.requireNonNull(processes.get(Service.CONSOLE))));
		return parts;
	}

	private void createDatabases(PostgresServer postgres) {
		for (Service service : Service.ALL) {
			String database = service.database();
			if (database != null) {
				postgres.ensureDatabase(database, database, this.secrets.of("postgresql." + database));
			}
		}
	}

	private Part service(Service service, Environments environments, OwnedProcess process) {
		int port = this.ports.port(service.name());
		int management = service.name().equals(Service.GATEWAY) ? this.ports.port("gateway-management") : port;
		List<Integer> ports = (management == port) ? List.of(port) : List.of(port, management);
		List<String> memory = service.busy() ? Home.busy(BUSY_HEAP) : Home.memory(SERVICE_HEAP);
		return new ServicePart(service.name(), process, this.folder.root(),
				new Launch(port, ports, this.home.command(service.name(), memory), environments.of(service),
						actuator(management) + "/health/readiness", actuator(management) + "/health/liveness",
						actuator(management)));
	}

	private Part console(OwnedProcess process) {
		int port = this.ports.port(Service.CONSOLE);
		StringBuilder instances = new StringBuilder();
		for (Service service : Service.ALL) {
			String name = service.name();
			String management = name.equals(Service.GATEWAY) ? "gateway-management" : name;
			instances.append(name).append('=').append(this.ports.port(management)).append(' ');
		}
		List<String> command = new ArrayList<>(List.of(Home.java()));
		command.addAll(Home.memory(CONSOLE_HEAP));
		command.addAll(ConsoleProgram.arguments(this.home));
		return new ServicePart(Service.CONSOLE, process, this.folder.root(),
				new Launch(port, List.of(port), command,
						Map.of("SERVER_PORT", Integer.toString(port), "RAYONKA_CONSOLE_INSTANCES",
								instances.toString().strip()),
						actuator(port) + "/health/readiness", actuator(port) + "/health/liveness", null));
	}

	private Path log(String name) {
		return this.folder.logs().resolve(name + ".log");
	}

	private static String actuator(int port) {
		return "http://127.0.0.1:" + port + "/actuator";
	}

}
