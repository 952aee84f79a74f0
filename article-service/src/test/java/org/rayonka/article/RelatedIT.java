package org.rayonka.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody has read an article and looks what belongs to it.
 */
class RelatedIT extends RunningService {

	@Test
	void aRareTagWeighsMoreThanACommonOne() {
		String edition = edition();
		String common = tag();
		String rare = tag();
		Known shared = article(edition, "Раз", "sport", List.of(rare));
		List<Known> others = new ArrayList<>();
		for (int number = 0; number < 8; number++) {
			others.add(article(edition, "Два", "sport", List.of(common)));
		}
		List<String> related = related(article(edition, "Три", "society", List.of(common, rare)));
		assertThat(related).hasSize(6).startsWith(shared.id(), others.getLast().id(), others.get(6).id());
	}

	@Test
	void wordsOfTheHeadlineBelongTogether() {
		String edition = edition();
		Known told = article(edition, "Дирижабли прилетели", "sport", List.of());
		for (int number = 0; number < 8; number++) {
			article(edition, "Ничего похожего", "society", List.of());
		}
		assertThat(related(article(edition, "Дирижабль улетел", "society", List.of()))).startsWith(told.id());
	}

	@Test
	void theOwnEditionComesFirst() {
		String edition = edition();
		String tag = tag();
		Known own = article(edition, "Раз", "sport", List.of(tag));
		Known elsewhere = article(edition(), "Два", "sport", List.of(tag));
		List<String> related = related(article(edition, "Три", "society", List.of(tag)));
		assertThat(related).startsWith(own.id()).contains(elsewhere.id());
	}

	@Test
	void isNeverItselfAndNeverWithdrawn() {
		String edition = edition();
		String tag = tag();
		Known withdrawn = article(edition, "Дирижабль пропал", "society", List.of(tag));
		Known kept = article(edition, "Дирижабль нашёлся", "society", List.of(tag));
		Known read = article(edition, "Дирижабль отдыхает", "society", List.of(tag));
		assertThat(related(read)).startsWith(kept.id(), withdrawn.id()).doesNotContain(read.id());
		step(withdrawn, "withdraw", Map.of("note", "Ошибка"));
		assertThat(related(read)).startsWith(kept.id()).doesNotContain(withdrawn.id(), read.id());
	}

	@Test
	void anArticleWithoutTagsAndInAForeignScriptStillHasNeighbours() {
		String edition = edition();
		Known neighbour = article(edition, "Раз", "society", List.of());
		assertThat(related(article(edition, "';-- \\ 🙂", "society", List.of()))).startsWith(neighbour.id());
	}

	private Known article(String edition, String headline, String rubric, List<String> tags) {
		Map<String, Object> text = new HashMap<>(text(edition, headline));
		text.putAll(Map.of("rubric", rubric, "tags", tags, "standfirst", ""));
		return step(draft(text), "publish", null);
	}

	private List<String> related(Known article) {
		return get("/api/v1/articles/" + article.id()).path("related")
			.valueStream()
			.map((JsonNode item) -> item.path("id").asString())
			.toList();
	}

	private static String tag() {
		return "тема " + UUID.randomUUID();
	}

}
