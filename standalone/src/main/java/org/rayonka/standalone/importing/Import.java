package org.rayonka.standalone.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.screen.Farewell;
import org.rayonka.standalone.screen.Screen;
import org.rayonka.standalone.screen.View;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One import from the first question to the report.
 */
public final class Import {

	static final String AGAIN = "say it again: what is there already is not doubled";

	private final Order order;

	private final Access access;

	private final Screen screen;

	private final Path reports;

	/**
	 * An import that has not begun.
	 * @param order what
	 * @param access where
	 * @param screen how it is shown
	 * @param reports the folder for its report
	 */
	public Import(Order order, Access access, Screen screen, Path reports) {
		this.order = order;
		this.access = access;
		this.screen = screen;
		this.reports = reports;
	}

	/**
	 * Runs it.
	 * @return whether it came to its end and handed everything over
	 * @throws InfrastructureException when it was refused or the connection was lost
	 */
	public boolean run() {
		this.order.check();
		try (Newsroom newsroom = new Newsroom(this.access)) {
			String token = newsroom.token();
			newsroom.ask(this.order, token);
			return report(newsroom, token);
		}
		catch (IOException ex) {
			throw new InfrastructureException("The connection was lost half-way (" + ex.getMessage() + "): " + AGAIN,
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InfrastructureException("Interrupted: " + AGAIN, ex);
		}
	}

	private boolean report(Newsroom newsroom, String token) throws IOException, InterruptedException {
		View view = this.screen.view();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(newsroom.send(this.order, token), StandardCharsets.UTF_8));
				Report report = new Report(this.reports, this.order.edition(),
						LocalDateTime.now(ZoneId.systemDefault()));
				Farewell _ = new Farewell(() -> leave(view, report))) {
			return end(follow(lines, view, report), report);
		}
		finally {
			view.end();
		}
	}

	/** The last line; an answer that ends without one was cut off. */
	private static Ending follow(BufferedReader lines, View view, Report report) throws IOException {
		for (String text = lines.readLine(); text != null; text = lines.readLine()) {
			JsonNode line = parsed(text);
			String kind = line.path("kind").asString("");
			view.show(text, line);
			if (!kind.equals("progress")) {
				report.add(text);
			}
			if (kind.equals("done") || kind.equals("failed")) {
				view.end();
				return new Ending(line);
			}
		}
		throw new IOException("the answer has no end");
	}

	private static JsonNode parsed(String text) throws IOException {
		try {
			return JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			throw new IOException("the answer broke off", ex);
		}
	}

	private boolean end(Ending ending, Report report) {
		report.close();
		PrintStream words = this.screen.words();
		words.println(ending.text());
		words.println("Report: " + report.file());
		return ending.whole();
	}

	private void leave(View view, Report report) {
		view.end();
		report.close();
		System.err.println("Interrupted: " + AGAIN);
	}

}
