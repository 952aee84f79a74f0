package org.rayonka.standalone.recount;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.screen.Farewell;
import org.rayonka.standalone.screen.Screen;
import org.rayonka.standalone.screen.View;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One recount from its beginning to what was found.
 */
public final class Recount {

	private static final Duration PAUSE = Duration.ofMillis(300);

	private final Mode mode;

	private final URI endpoint;

	private final Screen screen;

	/**
	 * A recount that has not begun.
	 * @param mode what it is for
	 * @param endpoint of engagement-service
	 * @param screen how it is shown
	 */
	public Recount(Mode mode, URI endpoint, Screen screen) {
		this.mode = mode;
		this.endpoint = endpoint;
		this.screen = screen;
	}

	/**
	 * Runs it.
	 * @return whether it came to its end and, if it compared, found all equal
	 * @throws InfrastructureException when it was refused or the connection was lost
	 */
	public boolean run() {
		try (CountingService service = new CountingService(this.endpoint)) {
			service.begin(this.mode);
			return report(service);
		}
		catch (IOException ex) {
			throw new InfrastructureException("The connection to engagement-service was lost half-way ("
					+ Objects.requireNonNullElse(ex.getMessage(), ex.toString())
					+ "): where the service still runs, the recount goes on", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InfrastructureException(interrupted(), ex);
		}
	}

	private boolean report(CountingService service) throws IOException, InterruptedException {
		View view = this.screen.view();
		try (Farewell _ = new Farewell(() -> leave(view))) {
			Account account = follow(service, view);
			view.end();
			account.findings().forEach((line) -> show(view, line));
			show(view, account.end());
			say(new Words(this.mode, account.report()));
			return account.well();
		}
		finally {
			view.end();
		}
	}

	/** The account of its end. */
	private Account follow(CountingService service, View view) throws IOException, InterruptedException {
		Account first = new Account(service.report());
		Account account = first;
		ObjectNode shown = JsonNodeFactory.instance.objectNode();
		while (true) {
			if (!account.isOf(this.mode, first)) {
				throw new InfrastructureException(
						"Another recount has begun since: ./rayonka logs engagement-service tells how this one ended");
			}
			ObjectNode progress = account.progress();
			if (account.begun() && !progress.equals(shown)) {
				show(view, progress);
				shown = progress;
			}
			if (!account.running()) {
				return account;
			}
			Thread.sleep(PAUSE);
			account = new Account(service.report());
		}
	}

	private static void show(View view, ObjectNode line) {
		view.show(line.toString(), line);
	}

	private void say(Words words) {
		if (this.screen.terminal()) {
			words.differences().forEach(this.screen.words()::println);
		}
		this.screen.words().println(words.summary());
	}

	private static void leave(View view) {
		view.end();
		System.err.println(interrupted());
	}

	private static String interrupted() {
		return "Interrupted: the recount goes on in engagement-service, whose log tells its end";
	}

}
