package org.rayonka.engagement.scoreboard;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.scoreboard.Scripts.Script;
import org.rayonka.events.Topics;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads numbers and lists. All of it fails within a deadline when Redis is away, and with
 * {@link ScoreboardLostException} when Redis has been emptied.
 */
@Component
public class Scoreboard {

	private static final Duration DEADLINE = Duration.ofMillis(300);

	private final Scripts scripts;

	private final Clock clock;

	Scoreboard(Scripts scripts, Clock clock) {
		this.scripts = scripts;
		this.clock = clock;
	}

	/**
	 * Reads the numbers of articles.
	 * @param articles up to some hundreds of ids
	 * @return numbers for every id, zeros for what was never counted
	 */
	public Mono<Map<UUID, Numbers>> numbers(Collection<UUID> articles) {
		Map<Integer, List<UUID>> byPartition = articles.stream().collect(Collectors.groupingBy(Partitions::of));
		return Flux.fromIterable(byPartition.entrySet())
			.flatMap((part) -> numbers(part.getKey(), part.getValue()), Topics.PARTITIONS)
			.collect(HashMap<UUID, Numbers>::new, Map::putAll)
			.map((found) -> (Map<UUID, Numbers>) found)
			.timeout(DEADLINE);
	}

	/**
	 * Reads the best of a list over all partitions.
	 * @param list which one
	 * @param count how many of each part are looked at; the first {@code count} of the
	 * answer are exact
	 * @return best first, with more than {@code count} entries where parts overlap
	 */
	public Mono<List<Entry>> top(ListName list, int count) {
		List<String> arguments = List.of(list.key(), list.edition(), list.rubric(), Integer.toString(count));
		return Flux.fromStream(IntStream.range(0, Topics.PARTITIONS).boxed())
			.flatMap((partition) -> this.scripts.run(Script.TOP, partition, arguments), Topics.PARTITIONS)
			.map(Answer::orLost)
			.collectList()
			.map((answers) -> merge(list, answers))
			.timeout(DEADLINE);
	}

	private Mono<Map<UUID, Numbers>> numbers(int partition, List<UUID> articles) {
		return this.scripts.run(Script.NUMBERS, partition, articles.stream().map(UUID::toString).toList())
			.map(Answer::orLost)
			.map((answer) -> numbers(articles, answer));
	}

	private static Map<UUID, Numbers> numbers(List<UUID> articles, Answer answer) {
		Map<UUID, Numbers> numbers = HashMap.newHashMap(articles.size());
		for (int i = 0; i < articles.size(); i++) {
			numbers.put(articles.get(i), new Numbers(Answer.asNumber(answer.list(1).get(i)),
					Answer.asNumber(answer.list(2).get(i)), Answer.asNumber(answer.list(3).get(i))));
		}
		return numbers;
	}

	private List<Entry> merge(ListName list, List<Answer> answers) {
		Trending trending = Trending.of(list, this.clock.instant());
		List<Group> groups = answers.stream()
			.flatMap((answer) -> answer.parts().stream().skip(1))
			.map(Group::of)
			.toList();
		groups.forEach(trending::add);
		List<Entry> entries = new ArrayList<>();
		for (Group group : groups) {
			group.entries()
				.forEach((entry) -> entries.add((list.metric() == Metric.TRENDING)
						? new Entry(entry.article(), trending.value(group.edition(), entry.value())) : entry));
		}
		entries.sort(Entry.BEST_FIRST);
		return entries;
	}

	/**
	 * The best of one part of a list.
	 *
	 * @param edition whose part, empty for the network's
	 * @param whole logarithm of the edition's views by which trending is measured
	 * @param entries best first
	 */
	record Group(String edition, @Nullable Double whole, List<Entry> entries) {

		static Group of(@Nullable Object part) {
			List<@Nullable Object> parts = Answer.asList(part);
			List<@Nullable Object> top = Answer.asList(parts.get(2));
			List<Entry> entries = new ArrayList<>(top.size() / 2);
			for (int i = 0; i < top.size(); i += 2) {
				entries.add(new Entry(UUID.fromString(String.valueOf(top.get(i))),
						Double.parseDouble(String.valueOf(top.get(i + 1)))));
			}
			String whole = String.valueOf(parts.get(1));
			return new Group(String.valueOf(parts.getFirst()), whole.isEmpty() ? null : Double.valueOf(whole),
					List.copyOf(entries));
		}

	}

}
