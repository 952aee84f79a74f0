package org.rayonka.engagement.scoreboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.rayonka.engagement.EngagementProperties;
import org.rayonka.engagement.scoreboard.Scripts.Script;
import org.rayonka.engagement.scoreboard.Snapshot.HourRow;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fills a new epoch of a partition beside what is there, and opens it when it is whole.
 */
@Component
public class Rebuild {

	/** Hours that the scripts keep as buckets. */
	private static final int KEPT_HOURS = 744;

	private static final int PAGE = 1000;

	private final Scripts scripts;

	private final ReactiveStringRedisTemplate redis;

	private final String window;

	Rebuild(Scripts scripts, ReactiveStringRedisTemplate redis, EngagementProperties properties) {
		this.scripts = scripts;
		this.redis = redis;
		this.window = Long.toString(properties.views().window().toMillis());
	}

	/**
	 * Loads where articles belong and their views over all time.
	 * @param target the epoch to fill
	 * @param articles edition and rubric among it; likes and comments are not looked at
	 * @return completes when loaded
	 */
	public Mono<Void> articles(Target target, Flux<Placed> articles) {
		return load(target, List.of("articles"), articles, Placed::arguments);
	}

	/**
	 * Loads views by hour. The articles must have been loaded.
	 * @param target the epoch to fill
	 * @param hours in any order, each article and hour once
	 * @return completes when loaded
	 */
	public Mono<Void> hours(Target target, Flux<HourRow> hours) {
		long oldest = Math.floorDiv(target.clock(), 3_600_000L) - KEPT_HOURS;
		return load(target, List.of("hours", low(target, Window.DAY), low(target, Window.WEEK),
				low(target, Window.MONTH), Long.toString(oldest)), hours, HourRow::arguments);
	}

	/**
	 * Loads whom the de-duplication remembers.
	 * @param target the epoch to fill
	 * @param entries each a key and a time
	 * @return completes when loaded
	 */
	public Mono<Void> remembered(Target target, Flux<String> entries) {
		return load(target, List.of("seen", this.window), entries, (entry) -> List.of(entry.split(" ", 2)));
	}

	/**
	 * Makes the epoch the one that is counted in and read, and removes what others left
	 * behind. When another was quicker, its epoch stands; one of another generation does
	 * not.
	 * @param target a filled epoch
	 * @return true when it was opened
	 */
	public Mono<Boolean> open(Target target) {
		List<String> arguments = List.of(target.epoch(), Long.toString(target.nextOffset()),
				Long.toString(target.clock()), low(target, Window.DAY), low(target, Window.WEEK),
				low(target, Window.MONTH), Long.toString(target.generation()));
		return this.scripts.run(Script.OPEN, target.partition(), arguments)
			.map((answer) -> answer.is("opened"))
			.delayUntil((opened) -> clean(target.partition()));
	}

	private Mono<Void> clean(int partition) {
		String prefix = Scripts.prefix(partition);
		return this.redis.<String, String>opsForHash()
			.get(Scripts.state(partition), "epoch")
			.flatMapMany((epoch) -> this.redis.scan(ScanOptions.scanOptions().match(prefix + "*").count(PAGE).build())
				.filter((key) -> key.startsWith(prefix) && !key.startsWith(prefix + epoch + ":")
						&& !key.equals(Scripts.state(partition))))
			.buffer(PAGE)
			.concatMap((keys) -> this.redis.unlink(keys.toArray(String[]::new)))
			.then();
	}

	private <T> Mono<Void> load(Target target, List<String> head, Flux<T> rows, Function<T, List<String>> arguments) {
		return rows.buffer(PAGE)
			.concatMap((page) -> this.scripts.run(Script.LOAD, target.partition(),
					arguments(target, head, page, arguments)), 1)
			.then();
	}

	private static <T> List<String> arguments(Target target, List<String> head, List<T> page,
			Function<T, List<String>> arguments) {
		List<String> all = new ArrayList<>();
		all.add(target.epoch());
		all.addAll(head);
		page.forEach((row) -> all.addAll(arguments.apply(row)));
		return all;
	}

	private static String low(Target target, Window window) {
		return Long.toString(window.low(target.now()));
	}

	/**
	 * What is being filled.
	 *
	 * @param partition of the topic of views
	 * @param epoch a name that no other attempt has
	 * @param nextOffset the offset that the snapshot stands for
	 * @param clock the snapshot's latest event time, in milliseconds
	 * @param generation how often the snapshot was made anew from the log
	 * @param now the moment from which windows look back
	 */
	public record Target(int partition, String epoch, long nextOffset, long clock, long generation, Instant now) {
	}

	/**
	 * An article, where it belongs, and its views.
	 *
	 * @param article its id
	 * @param edition slug, empty when no card is known
	 * @param rubric slug, empty when no card is known
	 * @param views counted views over all time, those brought along among them
	 * @param openingViews brought along
	 * @param openingLikes brought along
	 */
	public record Placed(String article, String edition, String rubric, long views, long openingViews,
			long openingLikes) {

		List<String> arguments() {
			return List.of(this.article, this.edition, this.rubric, Long.toString(this.views),
					Long.toString(this.openingViews), Long.toString(this.openingLikes));
		}

	}

}
