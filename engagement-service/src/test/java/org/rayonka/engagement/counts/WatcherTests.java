package org.rayonka.engagement.counts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class WatcherTests {

	private static final JsonMapper JSON = new JsonMapper();

	private final WatchedArticle fair = new WatchedArticle(UUID.fromString("019a9b5e-7c00-7000-8000-00000000fa12"));

	private final WatchedArticle bridge = new WatchedArticle(UUID.fromString("019a9b5e-7c00-7000-8000-0000000b41d6"));

	private final Watcher watcher = new Watcher(List.of(this.fair, this.bridge));

	@Test
	void isToldAllThatIsKnownThenWhatChanges() {
		viewed(this.fair, 3);
		viewed(this.bridge, 5);
		assertThat(news()).isEqualTo("""
				event:counts
				data:{"article":"019a9b5e-7c00-7000-8000-00000000fa12","views":3,"likes":null,"comments":1}

				event:counts
				data:{"article":"019a9b5e-7c00-7000-8000-0000000b41d6","views":5,"likes":null,"comments":1}

				""");
		viewed(this.fair, 3);
		viewed(this.bridge, 7);
		assertThat(news()).contains("\"views\":7").doesNotContain("\"views\":3");
		assertThat(news()).isEmpty();
	}

	@Test
	void isToldALateArticleOnceItIsKnown() {
		viewed(this.bridge, 5);
		assertThat(this.watcher.unread()).containsExactly(this.fair);
		news();
		this.fair.read(null, JSON);
		assertThat(news()).isEmpty();
		viewed(this.fair, 1);
		assertThat(news()).contains("\"views\":1");
	}

	@Test
	void hearsAHeartAtOnceAndAfterEachLongSilence() {
		assertThat(IntStream.range(0, 33).mapToObj((i) -> news()).toList()).filteredOn((news) -> !news.isEmpty())
			.containsExactly(":\n\n", ":\n\n", ":\n\n");
		assertThat(news()).isEmpty();
	}

	private String news() {
		return new String(this.watcher.news(), StandardCharsets.UTF_8);
	}

	private static void viewed(WatchedArticle article, long views) {
		article.read(new ArticleCounts(views, null, 1L, Instant.EPOCH), JSON);
	}

}
