package org.rayonka.standalone.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.screen.Screen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportTests {

	private static final String PROGRESS = "{\"kind\":\"progress\",\"phase\":\"articles\",\"done\":5,\"of\":10}\n";

	private static final String STRANGE = "{\"kind\":\"notUnderstood\",\"line\":7,\"post\":\"Ёлка\",\"what\":\"[gallery]\"}\n";

	private static final String DONE = "{\"kind\":\"done\",\"format\":\"WXR\",\"dryRun\":false,\"posts\":10,\"created\":9,"
			+ "\"failed\":1,\"comments\":4,\"notUnderstood\":1}\n";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path temporary;

	private Path file;

	private PlatformStandIn platform;

	@BeforeEach
	void begin() throws IOException {
		this.platform = new PlatformStandIn();
		this.file = Files.writeString(this.temporary.resolve("сайт.xml"), "<rss/>");
	}

	@AfterEach
	void end() {
		this.platform.close();
	}

	@Test
	void passesTheLinesOnUnchangedWhereThereIsNoTerminal() {
		this.platform.answer(200, PROGRESS + STRANGE + DONE, 0);
		assertThat(run(0, order(this.file))).isTrue();
		assertThat(said(this.out)).isEqualTo(PROGRESS + STRANGE + DONE);
		assertThat(said(this.err)).contains("Done: 10 posts: 9 new", "1 failed", "4 comments", "Report: ");
	}

	@Test
	void drawsOneLineOverOnATerminal() {
		this.platform.answer(200, PROGRESS + STRANGE + DONE, 0);
		assertThat(run(60, order(this.file))).isTrue();
		assertThat(said(this.out)).startsWith("\r\033[Karticles [").contains("5/10\r\033[K").doesNotContain("kind");
		assertThat(said(this.out)).contains("Done: 10 posts");
		assertThat(said(this.err)).isEmpty();
	}

	@Test
	void asksFirstAndThenSendsTheFileWithItsToken() {
		this.platform.answer(200, DONE, 0);
		run(0, new Order(this.file, "zarechye", false, "https://old.example/a?b"));
		assertThat(this.platform.requests()).containsExactly(
				"edition=zarechye&dryRun=true&site=https://old.example/a?b Bearer the-token ",
				"edition=zarechye&dryRun=false&site=https://old.example/a?b Bearer the-token <rss/>");
	}

	@Test
	void keepsWhatWasNotUnderstoodAndTheEndInAReport() throws IOException {
		this.platform.answer(200, PROGRESS + STRANGE + DONE, 0);
		run(0, order(this.file));
		JsonNode report = JsonMapper.shared().readTree(Files.readString(reports().getFirst()));
		assertThat(report.valueStream().map((line) -> line.get("kind").asString())).containsExactly("notUnderstood",
				"done");
		assertThat(reports().getFirst().getFileName().toString()).endsWith("-zarechye.json");
	}

	@Test
	void tellsWhereAFileFailed() {
		this.platform.answer(200, PROGRESS + "{\"kind\":\"failed\",\"line\":12,\"reason\":\"not well-formed\"}\n", 0);
		assertThat(run(0, order(this.file))).isFalse();
		assertThat(said(this.err)).startsWith("The import failed at line 12: not well-formed");
	}

	@Test
	void isNotDoneWhileSomethingWasNotHandedOver() {
		this.platform.answer(200, DONE.replace("\"comments\":4", "\"comments\":4,\"commentsFailed\":2"), 0);
		assertThat(run(0, order(this.file))).isFalse();
		assertThat(said(this.err)).contains("4 comments (2 failed)", "Not everything was handed over: say it again");
	}

	@Test
	void tellsAFailureThatIsNotInTheFile() {
		assertThat(new Ending(JsonMapper.shared().readTree("{\"kind\":\"failed\",\"reason\":\"the database is away\"}"))
			.text()).isEqualTo("The import failed: the database is away");
	}

	@Test
	void showsWhyItIsRefusedAndSendsNothing() {
		this.platform.answer(404, "{\"title\":\"Edition not found\",\"detail\":\"There is no edition nowhere\"}", 0);
		refuses("Edition not found: There is no edition nowhere");
		this.platform.answer(409, "{\"title\":\"Imprint incomplete\",\"detail\":\"founder\\nis missing\"}", 0);
		refuses("Imprint incomplete: founder is missing");
		this.platform.answer(502, "<html>", 0);
		refuses("The platform answered 502");
		assertThat(this.platform.requests()).allSatisfy((request) -> assertThat(request).doesNotContain("<rss/>"));
		assertThat(this.temporary.resolve("imports")).doesNotExist();
	}

	@Test
	void saysThatALostConnectionDoublesNothing() throws IOException {
		this.platform.answer(200, STRANGE + PROGRESS, 500);
		refuses("The connection was lost half-way", "say it again");
		assertThat(JsonMapper.shared().readTree(Files.readString(reports().getFirst()))).hasSize(1);
		this.platform.answer(200, PROGRESS, 0);
		refuses("The connection was lost half-way", "say it again");
		this.platform.answer(200, "{\"kind\":\"pro", 0);
		refuses("The connection was lost half-way", "say it again");
	}

	@Test
	void saysThatItIsNotLetIn() {
		Access stranger = new Access(this.platform.access().url(), "tester", "wrong");
		assertThatThrownBy(() -> run(0, order(this.file), stranger)).isInstanceOf(InfrastructureException.class)
			.hasMessageContainingAll("tester", "invalid_client", "RAYONKA_SECRET")
			.hasMessageNotContaining("wrong");
	}

	@Test
	void saysThatNoPlatformAnswers() {
		Access access = this.platform.access();
		this.platform.close();
		assertThatThrownBy(() -> run(0, order(this.file), access)).isInstanceOf(InfrastructureException.class)
			.hasMessageContainingAll(access.url(), "./rayonka up");
	}

	@Test
	void wantsAFileThatItCanRead() {
		assertThatThrownBy(() -> run(0, order(this.temporary.resolve("none")))).hasMessageStartingWith("There is no");
		assertThatThrownBy(() -> run(0, order(this.temporary))).hasMessageContaining("is a folder");
	}

	private void refuses(String... words) {
		assertThatThrownBy(() -> run(0, order(this.file))).isInstanceOf(InfrastructureException.class)
			.hasMessageContainingAll(words)
			.message()
			.hasLineCount(1);
	}

	private boolean run(int columns, Order order) {
		return run(columns, order, this.platform.access());
	}

	private boolean run(int columns, Order order, Access access) {
		Screen screen = new Screen(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), columns);
		return new Import(order, access, screen, this.temporary.resolve("imports")).run();
	}

	private List<Path> reports() throws IOException {
		try (Stream<Path> files = Files.list(this.temporary.resolve("imports"))) {
			return files.sorted().toList();
		}
	}

	private static Order order(Path file) {
		return new Order(file, "zarechye", false, "");
	}

	private static String said(ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8);
	}

}
