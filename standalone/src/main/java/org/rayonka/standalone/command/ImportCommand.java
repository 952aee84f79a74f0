package org.rayonka.standalone.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.folder.Secrets;
import org.rayonka.standalone.importing.Access;
import org.rayonka.standalone.importing.Import;
import org.rayonka.standalone.importing.Order;
import org.rayonka.standalone.screen.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Takes a paper's old site over.
 */
@Command(name = "import",
		description = "takes an old site over: WordPress WXR, Ghost JSON, RSS or Atom; twice changes nothing")
final class ImportCommand implements Callable<Integer> {

	@Mixin
	private final DataOption data = new DataOption();

	@Parameters(paramLabel = "FILE", description = "the old site's export")
	private Path file = Path.of("");

	@Option(names = "--edition", paramLabel = "SLUG", required = true, description = "the edition that gets it")
	private String edition = "";

	@Option(names = "--dry-run", description = "reads and tells, writes nothing")
	private boolean dryRun;

	@Option(names = "--site", paramLabel = "URL", defaultValue = "",
			description = "the old site's address, if the file does not tell it")
	private String site = "";

	@Option(names = "--url", paramLabel = "URL", description = "a platform elsewhere (default: the one that runs here)")
	private @Nullable String url;

	@Option(names = "--client", paramLabel = "ID",
			description = "an API client with the scopes newsroom and moderation, its secret in RAYONKA_SECRET "
					+ "(default: RAYONKA_CLIENT, else the launcher's own)")
	private @Nullable String client;

	@Override
	public Integer call() {
		Order order = new Order(this.file, this.edition, this.dryRun, this.site);
		order.check();
		Access access = new Access(address(), name(), secret());
		boolean done = new Import(order, access, Screen.of(System.getenv()), this.data.folder().resolve("imports"))
			.run();
		return done ? 0 : 1;
	}

	private String address() {
		if (this.url != null) {
			if (!this.url.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
				throw new InfrastructureException("This is no address of a platform: " + this.url);
			}
			return this.url.replaceFirst("/+$", "");
		}
		return this.data.status().path("url").asString("");
	}

	private String name() {
		String given = (this.client != null) ? this.client : System.getenv("RAYONKA_CLIENT");
		return Objects.requireNonNullElse(given, Access.LAUNCHER);
	}

	/**
	 * The launcher's own secret is for the platform of its data folder and leaves it not.
	 */
	private String secret() {
		String given = System.getenv("RAYONKA_SECRET");
		if (given != null) {
			return given;
		}
		if (this.url != null || !name().equals(Access.LAUNCHER)) {
			throw new InfrastructureException("The secret of the client " + name() + " must stand in RAYONKA_SECRET");
		}
		return new Secrets(this.data.folder()).of(Secrets.IMPORTER);
	}

}
