package org.rayonka.standalone.command;

import java.net.URI;
import java.util.concurrent.Callable;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.recount.Mode;
import org.rayonka.standalone.recount.Recount;
import org.rayonka.standalone.screen.Screen;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Holds every count against the log, or makes it anew from there.
 */
@Command(name = "recount", description = "compares every count with the log, or makes them anew from it")
final class RecountCommand implements Callable<Integer> {

	private static final String SERVICE = "engagement-service";

	@Mixin
	private final DataOption data = new DataOption();

	@ArgGroup(multiplicity = "1")
	private Choice choice = new Choice();

	@Override
	public Integer call() {
		boolean well = new Recount(this.choice.mode(), endpoint(), Screen.of(System.getenv())).run();
		return well ? 0 : 1;
	}

	/** Beside the metrics of the service that counts. */
	private URI endpoint() {
		JsonNode service = this.data.status()
			.path("processes")
			.valueStream()
			.filter((process) -> process.path("name").asString("").equals(SERVICE))
			.findFirst()
			.orElseThrow(() -> new InfrastructureException("There is no process " + SERVICE + ": ./rayonka status"));
		String state = service.path("state").asString("");
		if (!state.equals("up")) {
			throw new InfrastructureException(
					"%s is %s, not up: ./rayonka status tells when it is".formatted(SERVICE, state));
		}
		return URI.create(service.path("metrics").asString("")).resolve("recount");
	}

	/**
	 * One of them, and no other.
	 */
	private static final class Choice {

		@Option(names = "--verify", required = true,
				description = "compares Redis and PostgreSQL with the log and tells the differences")
		private boolean verify;

		@Option(names = "--rebuild", required = true,
				description = "writes the numbers of the log and fills Redis anew; pages stay up")
		private boolean rebuild;

		@ArgGroup(exclusive = false, multiplicity = "1")
		private Reclassifying reclassifying = new Reclassifying();

		Mode mode() {
			if (this.verify) {
				return Mode.VERIFY;
			}
			return this.rebuild ? Mode.REBUILD : this.reclassifying.mode();
		}

	}

	/**
	 * The only one that can be tried first.
	 */
	private static final class Reclassifying {

		@Option(names = "--reclassify", required = true,
				description = "judges every view of the log anew by today's rules and writes what that makes")
		private boolean reclassify;

		@Option(names = "--dry-run", description = "tells what --reclassify would change, writes nothing")
		private boolean dryRun;

		Mode mode() {
			return (this.reclassify && this.dryRun) ? Mode.DRY_RUN : Mode.RECLASSIFY;
		}

	}

}
