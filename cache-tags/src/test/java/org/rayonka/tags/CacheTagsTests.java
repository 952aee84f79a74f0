package org.rayonka.tags;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CacheTagsTests {

	@Test
	void readWhatTheyWrite() {
		String article = CacheTags.article(UUID.fromString("019a9b5e-7c00-7000-8000-00000000fa12"));
		assertThat(article).isEqualTo("article:019a9b5e-7c00-7000-8000-00000000fa12");
		Set<String> tags = Set.of(article, CacheTags.edition("zarechye"), CacheTags.LISTS);
		assertThat(CacheTags.read(CacheTags.write(tags))).isEqualTo(tags);
		assertThat(CacheTags.read(new String(CacheTags.purge("a", "b"), StandardCharsets.US_ASCII)))
			.containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void readNothingFromNothing() {
		assertThat(CacheTags.read("")).isEmpty();
		assertThat(CacheTags.read(" , ")).isEmpty();
	}

}
