package org.rayonka.standalone.recount;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.standalone.screen.Screen;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecountTests {

	private static final String ARTICLE = "019a0000-0000-7000-8000-000000000001";

	private static final String FOUND = "{\"article\":\"" + ARTICLE + "\",\"where\":\"Redis\",\"what\":\"views, ever\","
			+ "\"expected\":\"7\",\"found\":\"6\"}";

	private static final String CHANGE = "{\"article\":\"" + ARTICLE + "\",\"before\":90,\"after\":12}";

	private static final String NONE = "{\"counted\":0,\"repeated\":0,\"crawler\":0,\"automated\":0,\"prefetch\":0}";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private ServiceStandIn service;

	@BeforeEach
	void begin() throws IOException {
		this.service = new ServiceStandIn();
	}

	@AfterEach
	void end() {
		this.service.close();
	}

	@Test
	void isWellWhenAllIsEqual() {
		this.service.reports(report("verify", "RUNNING", "'phase':''"), report("verify", "RUNNING", "'done':4"),
				report("verify", "DONE", "'done':9"));
		assertThat(run(0, Mode.VERIFY)).isTrue();
		assertThat(this.service.orders()).containsExactly("application/json {\"mode\":\"verify\"}");
		assertThat(said(this.out)).isEqualTo("""
				{"kind":"progress","phase":"the log, part 1 of 4","done":4,"of":9}
				{"kind":"progress","phase":"the log, part 1 of 4","done":9,"of":9}
				{"kind":"done","mode":"verify","records":9,"articles":3,"differences":0,"before":%s,"after":%s,\
				"changed":0,"unjudged":0,"reason":null}
				""".formatted(NONE, NONE));
		assertThat(said(this.err))
			.isEqualToIgnoringNewLines("Compared 9 records of the log and 3 articles: all counts are equal.");
	}

	@Test
	void isNotWellWhenSomethingDiffers() {
		this.service.reports(report("verify", "DONE", "'differences':1", "'found':[" + FOUND + "]"));
		assertThat(run(0, Mode.VERIFY)).isFalse();
		assertThat(said(this.out)).contains("{\"kind\":\"difference\"," + FOUND.substring(1),
				"{\"kind\":\"done\",\"mode\":\"verify\"", "\"differences\":1");
		assertThat(said(this.err)).contains("1 count not equal. ./rayonka recount --rebuild");
	}

	@Test
	void tellsDifferencesInWordsOnATerminalAndHowManyMore() {
		this.service.reports(report("verify", "RUNNING", "'done':4"),
				report("verify", "DONE", "'differences':250", "'found':[" + FOUND + "]"));
		assertThat(run(60, Mode.VERIFY)).isFalse();
		assertThat(said(this.out)).startsWith("\r\033[Kthe log, part 1 of 4 [").contains("4/9\r\033[K");
		assertThat(said(this.out)).contains("Redis: views, ever of article " + ARTICLE + " is 6, should be 7\n",
				"and 249 more\n", "Compared 0 records of the log and 3 articles: 250 counts not equal.");
		assertThat(said(this.out)).doesNotContain("kind");
		assertThat(said(this.err)).isEmpty();
	}

	@Test
	void isWellWhenWhatDifferedIsRepaired() {
		this.service.reports(report("rebuild", "DONE", "'differences':1", "'found':[" + FOUND + "]"));
		assertThat(run(60, Mode.REBUILD)).isTrue();
		assertThat(this.service.orders()).containsExactly("application/json {\"mode\":\"rebuild\"}");
		assertThat(said(this.out)).contains("Redis: views, ever of article " + ARTICLE + " was 6, is 7 now",
				"1 count in PostgreSQL repaired, and Redis has been filled from there.");
	}

	@Test
	void saysThatNothingHadToBeRepaired() {
		this.service.reports(report("rebuild", "DONE"));
		assertThat(run(0, Mode.REBUILD)).isTrue();
		assertThat(said(this.err)).contains("no count in PostgreSQL was wrong, and Redis has been filled from there.");
	}

	@Test
	void tellsWhatOtherRulesMakeOfTheLog() {
		this.service.reports(judged("reclassify"));
		assertThat(run(60, Mode.RECLASSIFY)).isTrue();
		assertThat(this.service.orders()).containsExactly("application/json {\"mode\":\"reclassify\"}");
		assertThat(said(this.out)).contains("""
				Done:
				verdict          before        after
				counted             100           22
				repeated              0            0
				crawler               5           83
				automated             0            0
				prefetch              0            0
				The views of 1 article changed; the most:
				article %s: 90 -> 12
				9 records of the log judged, 2 of them without their client: their verdict stands.
				""".formatted(ARTICLE));
	}

	@Test
	void tellsWhatOtherRulesWouldMakeOfTheLog() {
		this.service.reports(judged("dry-run"));
		assertThat(run(0, Mode.DRY_RUN)).isTrue();
		assertThat(this.service.orders()).containsExactly("application/json {\"mode\":\"dry-run\"}");
		assertThat(said(this.out)).contains("{\"kind\":\"change\"," + CHANGE.substring(1), "\"mode\":\"dry-run\"",
				"\"changed\":1,\"unjudged\":2");
		assertThat(said(this.err)).startsWith("Nothing was written; it would be:").contains("1 article would change");
	}

	@ParameterizedTest
	@EnumSource
	void tellsWhyItFailed(Mode mode) {
		this.service.reports(report(mode.text(), "FAILED", "'failure':'the log is gone'"));
		assertThat(run(0, mode)).isFalse();
		assertThat(said(this.out)).contains("{\"kind\":\"failed\",\"mode\":\"" + mode.text() + "\"",
				"\"reason\":\"the log is gone\"}");
		assertThat(said(this.err)).isEqualToIgnoringNewLines("The recount failed: the log is gone");
	}

	@Test
	void saysWhyItIsRefused() {
		this.service.begins(409, "{\"detail\":\"Another recount goes on\"}");
		refuses("engagement-service refuses the recount: Another recount goes on");
		this.service.begins(500, "<html>");
		refuses("engagement-service refuses the recount: status 500");
		assertThat(said(this.out)).isEmpty();
	}

	@Test
	void saysThatTheServiceDoesNotAnswer() {
		URI endpoint = this.service.endpoint();
		this.service.close();
		assertThatThrownBy(() -> run(0, Mode.VERIFY, endpoint)).isInstanceOf(InfrastructureException.class)
			.hasMessageContainingAll(endpoint.toString(), "./rayonka status");
	}

	@Test
	void saysThatTheConnectionWasLost() {
		this.service.reports(report("verify", "RUNNING"));
		refuses("The connection to engagement-service was lost half-way", "the recount goes on");
		this.service.reports(report("verify", "RUNNING"));
		this.service.thenReports(200, "{\"mode\":\"ver", 500);
		refuses("The connection to engagement-service was lost half-way");
		this.service.reports("{\"mode\":\"ver");
		refuses("The connection to engagement-service was lost half-way");
	}

	@Test
	void saysThatTheServiceWentAwayHalfWay() {
		this.service.reports(report("verify", "RUNNING"));
		this.service.thenIsAway();
		refuses("The connection to engagement-service was lost half-way");
	}

	@Test
	void saysThatTheRecountEndedWithTheService() {
		this.service.reports(report("verify", "RUNNING"));
		this.service.thenReports(404, "", 0);
		refuses("started anew", "say it again");
	}

	@Test
	void takesNoOtherRecountForItsOwn() {
		this.service.reports(report("verify", "RUNNING"), report("rebuild", "RUNNING"));
		refuses("Another recount has begun since");
		this.service.reports(report("verify", "RUNNING"),
				report("verify", "DONE", "'startedAt':'2026-11-22T00:00:01Z'"));
		refuses("Another recount has begun since");
	}

	private void refuses(String... words) {
		assertThatThrownBy(() -> run(0, Mode.VERIFY)).isInstanceOf(InfrastructureException.class)
			.hasMessageContainingAll(words)
			.hasMessageNotContaining("null")
			.message()
			.hasLineCount(1);
	}

	private boolean run(int columns, Mode mode) {
		return run(columns, mode, this.service.endpoint());
	}

	private boolean run(int columns, Mode mode, URI endpoint) {
		Screen screen = new Screen(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), columns);
		return new Recount(mode, endpoint, screen).run();
	}

	private static String judged(String mode) {
		return report(mode, "DONE", "'done':9",
				"'before':{'counted':100,'repeated':0,'crawler':5,'automated':0,'prefetch':0}",
				"'after':{'counted':22,'repeated':0,'crawler':83,'automated':0,'prefetch':0}", "'changed':1",
				"'largest':[" + CHANGE + "]", "'unjudged':2");
	}

	/** A report as it is, but for what is said of it otherwise. */
	private static String report(String mode, String state, String... otherwise) {
		ObjectNode report = object(
				"""
						'mode':'%s','state':'%s','failure':null,'startedAt':'2026-11-22T00:00:00Z','phase':'the log, part 1 of 4',
						'done':0,'of':9,'articles':3,'differences':0,'found':[],'before':%s,'after':%s,'changed':0,'largest':[],
						'unjudged':0"""
					.formatted(mode, state, NONE, NONE));
		for (String field : otherwise) {
			report.setAll(object(field));
		}
		return report.toString();
	}

	private static ObjectNode object(String fields) {
		return (ObjectNode) JsonMapper.shared().readTree("{" + fields.replace('\'', '"') + "}");
	}

	private static String said(ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8);
	}

}
