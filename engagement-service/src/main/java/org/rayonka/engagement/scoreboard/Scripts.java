package org.rayonka.engagement.scoreboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Runs the Lua scripts, each on the keys of one partition. What they do is written in
 * {@code lua/*.lua}.
 */
@Component
class Scripts {

	enum Script {

		COUNT, TAKE, CONFIRM, ROLL, PROJECT, LOAD, OPEN, ADOPT, TOP, NUMBERS, INSPECT, BUCKET

	}

	private final Map<Script, RedisScript<List<Object>>> scripts = new EnumMap<>(Script.class);

	private final ReactiveStringRedisTemplate redis;

	Scripts(ReactiveStringRedisTemplate redis) {
		this.redis = redis;
		for (Script script : Script.values()) {
			this.scripts.put(script, load(script));
		}
	}

	/** Everything that one partition keeps begins with this. */
	static String prefix(int partition) {
		return "{v%d}:".formatted(partition);
	}

	static String state(int partition) {
		return prefix(partition) + "state";
	}

	/** Runs a script. The answer's first part is a word that says how it went. */
	Mono<Answer> run(Script script, int partition, List<String> arguments) {
		return this.redis
			.execute(Objects.requireNonNull(this.scripts.get(script)), List.of(state(partition)), arguments)
			.single()
			.map((parts) -> new Answer(partition, parts));
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static RedisScript<List<Object>> load(Script script) {
		String text = read("prelude") + read(script.name().toLowerCase(Locale.ROOT));
		return (RedisScript) RedisScript.of(text, List.class);
	}

	private static String read(String name) {
		try {
			return new ClassPathResource("lua/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
