package org.rayonka.engagement.scoreboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.engagement.scoreboard.Scripts.Script;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows what Redis holds, for those who compare it with what it should hold. Each answer
 * is of one moment and says up to where the log is counted in it.
 */
@Component
public class Inspection {

	private static final int PAGE = 1000;

	private static final int KIND = 2;

	private final Scripts scripts;

	private final ReactiveStringRedisTemplate redis;

	Inspection(Scripts scripts, ReactiveStringRedisTemplate redis) {
		this.scripts = scripts;
		this.redis = redis;
	}

	/**
	 * Every article that has views.
	 * @param partition of the topic of views
	 * @return in no order, some perhaps twice
	 */
	public Flux<UUID> articles(int partition) {
		return this.redis.<String, String>opsForHash()
			.get(Scripts.state(partition), "epoch")
			.flatMapMany((epoch) -> this.redis.<String, String>opsForHash()
				.scan(Scripts.prefix(partition) + epoch + ":views", ScanOptions.scanOptions().count(PAGE).build()))
			.map((entry) -> UUID.fromString(entry.getKey()));
	}

	/**
	 * Numbers and places in lists.
	 * @param partition that the articles live in
	 * @param articles up to some hundreds
	 * @return zeros for what is not held
	 */
	public Mono<Held> of(int partition, List<UUID> articles) {
		return this.scripts.run(Script.INSPECT, partition, articles.stream().map(UUID::toString).toList())
			.map(Answer::orLost)
			.map((answer) -> held(articles, answer));
	}

	/**
	 * The hours of which views are held.
	 * @param partition of the topic of views
	 * @return hours as of {@link Window#hourOf}
	 */
	public Mono<List<Long>> hours(int partition) {
		return this.scripts.run(Script.BUCKET, partition, List.of())
			.map(Answer::orLost)
			.map((answer) -> answer.list(2).stream().map(Answer::asNumber).toList());
	}

	/**
	 * What came of the beacons of an hour.
	 * @param partition of the topic of views
	 * @param hour as of {@link Window#hourOf}
	 * @return by article: counted, repeated, crawler, automated, prefetch
	 */
	public Mono<Bucket> hour(int partition, long hour) {
		return this.scripts.run(Script.BUCKET, partition, List.of(Long.toString(hour)))
			.map(Answer::orLost)
			.map(Inspection::bucket);
	}

	private static Held held(List<UUID> articles, Answer answer) {
		Map<UUID, Row> rows = HashMap.newHashMap(articles.size());
		for (int i = 0; i < articles.size(); i++) {
			rows.put(articles.get(i), Row.of(Answer.asList(answer.list(5).get(i))));
		}
		return new Held(answer.number(1),
				Map.of(Window.DAY, answer.number(2), Window.WEEK, answer.number(3), Window.MONTH, answer.number(4)),
				rows);
	}

	private static Bucket bucket(Answer answer) {
		List<@Nullable Object> fields = answer.list(2);
		Map<UUID, List<Long>> rows = new HashMap<>();
		for (int i = 0; i < fields.size(); i += 2) {
			String field = String.valueOf(fields.get(i));
			UUID article = UUID.fromString(field.substring(0, field.length() - KIND));
			List<Long> row = rows.computeIfAbsent(article, (key) -> new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L)));
			row.set("crkap".indexOf(field.charAt(field.length() - 1)), Answer.asNumber(fields.get(i + 1)));
		}
		return new Bucket(answer.number(1), rows);
	}

	/**
	 * What is held of articles.
	 *
	 * @param nextOffset the first record of the log that is not in the numbers
	 * @param lows the lower bound of each rolling window, as an hour
	 * @param rows by article
	 */
	public record Held(long nextOffset, Map<Window, Long> lows, Map<UUID, Row> rows) {
	}

	/**
	 * What is held of an article.
	 *
	 * @param views over all time
	 * @param likes as told by PostgreSQL
	 * @param comments as told by PostgreSQL
	 * @param version of what PostgreSQL told
	 * @param scores of each list, in all places where the article stands
	 */
	public record Row(long views, long likes, long comments, long version, Map<Listed, List<Double>> scores) {

		private static final List<Listed> LISTS = List.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS)
			.stream()
			.flatMap((metric) -> List.of(Window.DAY, Window.WEEK, Window.MONTH, Window.ALL)
				.stream()
				.map((window) -> new Listed(metric, window)))
			.toList();

		private static final int NUMBERS = 4;

		static Row of(List<@Nullable Object> parts) {
			Map<Listed, List<Double>> scores = HashMap.newHashMap(LISTS.size());
			for (int i = 0; i < LISTS.size(); i++) {
				String text = Objects.toString(parts.get(NUMBERS + i));
				scores.put(LISTS.get(i), List.of(text.split(" ", -1)).stream().map(Double::valueOf).toList());
			}
			return new Row(Answer.asNumber(parts.get(0)), Answer.asNumber(parts.get(1)), Answer.asNumber(parts.get(2)),
					Answer.asNumber(parts.get(3)), scores);
		}

	}

	/**
	 * A list, wherever it is of.
	 *
	 * @param metric what it is sorted by, trending excepted
	 * @param window over which
	 */
	public record Listed(Metric metric, Window window) {

		@Override
		public String toString() {
			return "list " + this.metric + " " + this.window;
		}

	}

	/**
	 * What is held of an hour.
	 *
	 * @param nextOffset the first record of the log that is not in the numbers
	 * @param rows by article, each five numbers
	 */
	public record Bucket(long nextOffset, Map<UUID, List<Long>> rows) {
	}

}
