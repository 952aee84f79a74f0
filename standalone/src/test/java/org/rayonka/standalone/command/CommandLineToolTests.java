package org.rayonka.standalone.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineToolTests {

	@TempDir
	private Path data;

	@Test
	void answersAWrongCallWithTwo() {
		assertThat(run("up", "--nonsense").code()).isEqualTo(2);
		assertThat(run("up", "--port", "many").code()).isEqualTo(2);
		assertThat(run("dance").code()).isEqualTo(2);
	}

	@Test
	void saysInJsonThatNothingRuns() {
		Outcome outcome = run("status", "--json", "--data", this.data.toString());
		assertThat(outcome.code()).isZero();
		assertThat(JsonMapper.shared().readTree(outcome.said()).path("ready").asBoolean(true)).isFalse();
	}

	@Test
	void stopsNothingWhereNothingRuns() {
		Outcome outcome = run("down", "--data", this.data.resolve("none").toString());
		assertThat(outcome.code()).isZero();
		assertThat(outcome.said()).contains("not running");
		assertThat(this.data.resolve("none")).doesNotExist();
	}

	@Test
	void saysWhichLogsThereAre() throws Exception {
		Files.writeString(Files.createDirectories(this.data.resolve("logs")).resolve("web.log"), "good evening\n");
		assertThat(run("logs", "web", "--data", this.data.toString()).said()).contains("good evening");
		Outcome unknown = run("logs", "../../etc/passwd", "--data", this.data.toString());
		assertThat(unknown.code()).isEqualTo(1);
		assertThat(unknown.said()).contains("there are: web");
	}

	@Test
	void restartsNothingWhereNothingRuns() {
		Outcome outcome = run("restart", "web", "--data", this.data.toString());
		assertThat(outcome.code()).isEqualTo(1);
		assertThat(outcome.said().lines()).singleElement().asString().contains("./rayonka up");
	}

	@Test
	void importsNothingWhereNothingRunsOrNothingIsNamed() throws Exception {
		String file = Files.writeString(this.data.resolve("site.xml"), "<rss/>").toString();
		String folder = this.data.toString();
		assertThat(run("import", file, "--data", folder).code()).isEqualTo(2);
		Outcome missing = run("import", file + "x", "--edition", "zarechye", "--data", folder);
		assertThat(missing.code()).isEqualTo(1);
		assertThat(missing.said().lines()).singleElement().asString().startsWith("There is no file");
		Outcome stopped = run("import", file, "--edition", "zarechye", "--data", folder);
		assertThat(stopped.code()).isEqualTo(1);
		assertThat(stopped.said().lines()).singleElement().asString().contains("./rayonka up");
	}

	@Test
	void sendsTheLaunchersSecretNowhereElse() throws Exception {
		String file = Files.writeString(this.data.resolve("site.xml"), "<rss/>").toString();
		Outcome elsewhere = run("import", file, "--edition", "zarechye", "--data", this.data.toString(), "--url",
				"http://localhost:1");
		assertThat(elsewhere.code()).isEqualTo(1);
		assertThat(elsewhere.said()).contains("RAYONKA_SECRET");
		assertThat(run("help").said()).contains("import");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--dry-run", "--verify --rebuild", "--verify --dry-run", "--rebuild --reclassify",
			"--rebuild --dry-run", "--reclassify --nonsense", "--verify now" })
	void recountsInOneWayAtATime(String options) {
		String call = "recount --data " + this.data + " " + options;
		Outcome outcome = run(call.strip().split(" ", -1));
		assertThat(outcome.code()).isEqualTo(2);
		assertThat(outcome.said()).contains("Usage: ./rayonka recount");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "--verify", "--rebuild", "--reclassify", "--reclassify --dry-run", "--dry-run --reclassify" })
	void recountsNothingWhereNothingRuns(String options) {
		String call = "recount --data " + this.data + " " + options;
		Outcome outcome = run(call.split(" ", -1));
		assertThat(outcome.code()).isEqualTo(1);
		assertThat(outcome.said().lines()).singleElement().asString().contains("./rayonka up");
	}

	static Outcome run(String... args) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
		System.setOut(both);
		System.setErr(both);
		try {
			return new Outcome(CommandLineTool.run(args), said.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	record Outcome(int code, String said) {
	}

}
