package org.rayonka.engagement.scoreboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.rayonka.engagement.EngagementProperties;
import org.rayonka.engagement.scoreboard.Scripts.Script;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes numbers and lists. Each call is one script, so it happens whole or not at all;
 * after a time-out nobody knows which, and calling again is safe.
 */
@Component
public class Ledger {

	private final Scripts scripts;

	private final ReactiveStringRedisTemplate redis;

	private final String window;

	Ledger(Scripts scripts, ReactiveStringRedisTemplate redis, EngagementProperties properties) {
		this.scripts = scripts;
		this.redis = redis;
		Duration dedupe = properties.views().window();
		this.window = Long.toString(dedupe.toMillis());
	}

	/**
	 * Counts a batch of one partition's log.
	 * @param partition of the topic of views
	 * @param batch without holes
	 * @return what came of it
	 */
	public Mono<CountOutcome> count(int partition, ViewBatch batch) {
		return this.scripts.run(Script.COUNT, partition, batch.arguments(this.window)).map(Ledger::outcome);
	}

	/**
	 * How far a partition is counted.
	 * @param partition of the topic of views
	 * @return empty when its numbers are not in Redis
	 */
	public Mono<Progress> progress(int partition) {
		return this.redis.<String, String>opsForHash()
			.entries(Scripts.state(partition))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.filter((state) -> state.containsKey("epoch"))
			.map(Progress::of);
	}

	/**
	 * Takes what PostgreSQL does not know yet.
	 * @param partition of the topic of views
	 * @return absolute numbers and the offset that they stand for
	 */
	public Mono<Snapshot> take(int partition) {
		return this.scripts.run(Script.TAKE, partition, List.of(this.window)).map(Answer::orLost).map(Snapshot::of);
	}

	/**
	 * Says that PostgreSQL has what was taken; stale news are ignored.
	 * @param snapshot as taken
	 * @return completes when it is known
	 */
	public Mono<Void> confirm(Snapshot snapshot) {
		return this.scripts
			.run(Script.CONFIRM, snapshot.partition(),
					List.of(Long.toString(snapshot.nextOffset()), Long.toString(snapshot.freshEntries())))
			.then();
	}

	/**
	 * Lets one hour leave a window; does nothing when it has left already.
	 * @param partition of the topic of views
	 * @param window that rolls
	 * @param hour its lower bound
	 * @return completes when done
	 */
	public Mono<Void> roll(int partition, Window window, long hour) {
		return this.scripts.run(Script.ROLL, partition, List.of(window.toString(), Long.toString(hour))).then();
	}

	/**
	 * Tells the scoreboard what only PostgreSQL knows of articles.
	 * @param partition that they live in
	 * @param known how much it was told before
	 * @param standings absolute, with versions
	 * @return how much it has been told now; empty, and nothing told, when it has lost
	 * some of what is known
	 */
	public Mono<Told> project(int partition, Told known, List<Standing> standings) {
		List<String> arguments = new ArrayList<>(List.of(known.epoch(), Long.toString(known.times())));
		standings.forEach((standing) -> arguments.addAll(standing.arguments()));
		return this.scripts.run(Script.PROJECT, partition, arguments)
			.map(Answer::orLost)
			.filter((answer) -> answer.is("projected"))
			.map((answer) -> new Told(known.epoch(), answer.number(1)));
	}

	/**
	 * Goes on from another offset because the log itself has lost records.
	 * @param partition of the topic of views
	 * @param believed the offset held now
	 * @param actual the offset to go on from
	 * @return completes when done
	 */
	public Mono<Void> adopt(int partition, long believed, long actual) {
		return this.scripts.run(Script.ADOPT, partition, List.of(Long.toString(believed), Long.toString(actual)))
			.then();
	}

	private static CountOutcome outcome(Answer answer) {
		return switch (answer.word()) {
			case "counted" -> new CountOutcome.Counted(answer.number(2), answer.number(3), answer.number(4),
					answer.number(5), answer.number(6));
			case "gap" -> new CountOutcome.Gap(answer.number(1));
			case "behind" -> new CountOutcome.Behind(answer.number(1));
			default -> new CountOutcome.Lost();
		};
	}

}
