package org.rayonka.standalone.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

import org.rayonka.infrastructure.FolderLock;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.PortHolder;
import org.rayonka.infrastructure.Ports;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.folder.KeptProperties;
import org.rayonka.standalone.folder.PortBook;
import org.rayonka.standalone.folder.Secrets;
import org.rayonka.standalone.supervision.Journal;
import org.rayonka.standalone.supervision.Keeper;
import org.rayonka.standalone.supervision.Part;
import org.rayonka.standalone.supervision.ServicePart;
import org.rayonka.standalone.supervision.State;
import org.rayonka.standalone.supervision.Together;

/**
 * A run of the whole: locks the data folder, ends what an earlier run left, starts each
 * process as soon as what it needs is up, keeps all alive, stops them in order.
 */
public final class Platform {

	/** The account of the first administrator, whose password is among the secrets. */
	public static final String ADMINISTRATOR = "admin@localhost";

	/** More at once only take the processors from each other. */
	private static final int AT_ONCE = 3;

	private static final Duration PULSE = Duration.ofSeconds(5);

	private final Home home;

	private final DataFolder folder;

	private final RunOptions options;

	private final FolderLock lock;

	private final Journal journal;

	private final Secrets secrets;

	private final PortBook ports;

	private final KeptProperties facts;

	private final Map<String, Keeper> keepers = new LinkedHashMap<>();

	private volatile boolean ready;

	private volatile String doing = "";

	private volatile boolean stopping;

	/**
	 * Takes the data folder; nothing is started yet.
	 * @param home the checkout
	 * @param folder the data folder
	 * @param wanted what the user chose
	 * @throws InfrastructureException when the folder cannot be used
	 */
	public Platform(Home home, DataFolder folder, RunOptions wanted) {
		folder.prepare();
		this.home = home;
		this.folder = folder;
		this.lock = FolderLock.take(folder.root());
		this.journal = new Journal(folder.logs().resolve("supervisor.log"));
		this.secrets = new Secrets(folder);
		this.ports = new PortBook(folder);
		this.facts = new KeptProperties(folder.resolve("content.properties"));
		boolean demo = this.facts.keep("demo", () -> Boolean.toString(wanted.demo())).equals("true");
		this.options = new RunOptions(wanted.port(), demo, wanted.limits());
	}

	/**
	 * Starts everything and returns when the site serves.
	 * @throws InfrastructureException when something does not start; the rest is to be
	 * stopped then
	 */
	public void start() {
		Parts parts = new Parts(this.home, this.folder, this.ports, this.secrets);
		endOrphans(parts);
		assignPorts();
		Semaphore places = new Semaphore(AT_ONCE);
		synchronized (this.keepers) {
			for (Part part : parts.all(this.options)) {
				this.keepers.put(part.name(), new Keeper(part, this.journal,
						Service.SERVERS.contains(part.name()) ? new Semaphore(1) : places, PULSE));
			}
		}
		List<CompletableFuture<Void>> started = begin();
		CompletableFuture<Object> failed = new CompletableFuture<>();
		started.forEach((start) -> start.exceptionally((ex) -> {
			failed.completeExceptionally(ex);
			return null;
		}));
		await(CompletableFuture.anyOf(CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)), failed));
		loadDemo();
		new FirstReader(this.options.url()).look();
		this.ready = true;
		this.doing = "";
		this.journal.note("rayonka", "ready at " + this.options.url());
		keeper(Service.CONSOLE).ifPresent(Keeper::begin);
	}

	/**
	 * Stops everything in order: what the outside sees, then the services, then what they
	 * stand on.
	 */
	public void stop() {
		this.stopping = true;
		this.ready = false;
		this.journal.note("rayonka", "stopping");
		stop(List.of(Service.GATEWAY, "web", Service.CONSOLE));
		stop(Service.ALL.stream().map(Service::name).toList());
		stop(Service.SERVERS);
		this.journal.note("rayonka", "stopped");
		this.lock.close();
	}

	/**
	 * Whether the site serves as it should; each process is asked.
	 * @return false while a process is away or says that it cannot serve
	 */
	public boolean ready() {
		return this.ready && !this.stopping
				&& Together.all(
						keepers().stream().filter((keeper) -> !keeper.part().name().equals(Service.CONSOLE)).toList(),
						(keeper) -> keeper.state() == State.UP && keeper.part().serves());
	}

	/**
	 * What is done apart from starting processes.
	 * @return a few words, or nothing
	 */
	public String doing() {
		return this.doing;
	}

	/**
	 * What the user chose.
	 * @return the options that this run follows
	 */
	public RunOptions options() {
		return this.options;
	}

	/**
	 * The console's address.
	 * @return a URL
	 */
	public String consoleUrl() {
		return "http://localhost:" + this.ports.port(Service.CONSOLE);
	}

	/**
	 * The processes.
	 * @return in the order of the status table
	 */
	public List<Keeper> keepers() {
		synchronized (this.keepers) {
			return List.copyOf(this.keepers.values());
		}
	}

	/**
	 * A process.
	 * @param name its name
	 * @return empty when there is no such process
	 */
	public Optional<Keeper> keeper(String name) {
		synchronized (this.keepers) {
			return Optional.ofNullable(this.keepers.get(name));
		}
	}

	/**
	 * What a service is started with.
	 * @param name its name
	 * @return empty when there is no such service
	 */
	public Optional<Map<String, String>> environment(String name) {
		return keeper(name).map(Keeper::part)
			.filter(ServicePart.class::isInstance)
			.map((part) -> ((ServicePart) part).environment());
	}

	private void endOrphans(Parts parts) {
		List<String> ended = new Orphans(this.folder).end(parts);
		if (!ended.isEmpty()) {
			this.journal.note("rayonka", "ended what an earlier run left: " + String.join(", ", ended));
		}
	}

	private void assignPorts() {
		if (!Ports.isFree(this.options.port())) {
			throw new InfrastructureException("Port " + this.options.port() + " is taken by "
					+ PortHolder.of(this.options.port()) + ": stop that or choose another with --port");
		}
		this.ports.set(Service.GATEWAY, this.options.port());
		Service.SERVERS.forEach(this.ports::assign);
		Service.ALL.stream()
			.map(Service::name)
			.filter((name) -> !name.equals(Service.GATEWAY))
			.forEach(this.ports::assign);
		this.ports.assign("gateway-management");
		this.ports.assign(Service.CONSOLE);
	}

	private List<CompletableFuture<Void>> begin() {
		List<CompletableFuture<Void>> started = new ArrayList<>();
		for (String server : Service.SERVERS) {
			started.add(begin(Objects.requireNonNull(this.keepers.get(server))));
		}
		for (Service service : Service.ALL) {
			CompletableFuture<?>[] needs = service.needs()
				.stream()
				.map((need) -> Objects.requireNonNull(this.keepers.get(need)).firstUp())
				.toArray(CompletableFuture[]::new);
			Keeper keeper = Objects.requireNonNull(this.keepers.get(service.name()));
			started.add(CompletableFuture.allOf(needs).thenCompose((done) -> begin(keeper)));
		}
		return started;
	}

	private CompletableFuture<Void> begin(Keeper keeper) {
		if (!this.stopping) {
			keeper.begin();
		}
		return keeper.firstUp();
	}

	private void loadDemo() {
		if (this.options.demo() && !this.facts.find("loaded").orElse("").equals("true")) {
			this.doing = "loading demo content";
			new DemoContent(this.folder).load(this.ports, (progress) -> this.doing = progress);
			this.facts.set("loaded", "true");
		}
	}

	private void stop(List<String> names) {
		Together.each(names.stream().map(this::keeper).flatMap(Optional::stream).toList(), Keeper::stop);
	}

	private static void await(CompletableFuture<?> future) {
		try {
			future.join();
		}
		catch (CompletionException ex) {
			Throwable cause = ex.getCause();
			throw (cause instanceof InfrastructureException failure) ? failure : ex;
		}
	}

	/**
	 * Ends what an earlier run left over a folder, without starting anything.
	 * @param home the checkout
	 * @param folder the data folder
	 * @return the names of what was ended
	 */
	public static List<String> endOrphans(Home home, DataFolder folder) {
		FolderLock lock = FolderLock.take(folder.root());
		try (lock) {
			return new Orphans(folder).end(new Parts(home, folder, new PortBook(folder), new Secrets(folder)));
		}
	}

	/**
	 * Finds what an earlier run left over a folder.
	 * @param folder the data folder
	 * @return the names of what runs without a supervisor
	 */
	public static List<String> findOrphans(DataFolder folder) {
		return new Orphans(folder).find();
	}

}
