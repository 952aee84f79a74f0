package org.rayonka.systemtests;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the log of the whole platform a second time, as somebody does who doubts a
 * number: an exit code other than 0 is an error here.
 */
@ExtendWith(RunningPlatform.Starter.class)
class RecountIT {

	@Test
	void findsEveryCountEqualToTheLog(RunningPlatform platform) {
		List<String> lines = platform.rayonka("recount", "--verify").lines().toList();
		JsonNode end = JsonMapper.shared().readTree(lines.getLast());
		assertThat(end.get("kind").asString()).isEqualTo("done");
		assertThat(end.get("records").asLong()).isPositive();
		assertThat(end.get("articles").asLong()).isGreaterThanOrEqualTo(90);
		assertThat(end.get("differences").asLong()).isZero();
	}

}
