import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that asks as fast as it is answered, and what each answer costs the
 * processes that give it.
 */
final class Wrk {

	static final int CONNECTIONS = 32;

	/** In seconds: so long, what answers is compiled. */
	static final int WARM_UP = 60;

	/** Who reads, unless said otherwise. */
	static final int READERS = 9_000;

	/** In Lua: {@code reader(n)} is the user agent of one of n people. */
	private static final String READER = """
			local browser = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.%d.0 Mobile Safari/537.36'
			local function reader(n)
				return string.format(browser, math.random(n))
			end
			""";

	/** In Lua: {@code zipf(n)} gives a function that gives the i-th of n numbers i times as seldom as the first. */
	static final String ZIPF = """
			local function zipf(n)
				local share, all = {}, 0
				for i = 1, n do
					all = all + 1 / i
					share[i] = all
				end
				math.randomseed(os.time())
				return function()
					local wanted, low, high = math.random() * all, 1, n
					while low < high do
						local middle = math.floor((low + high) / 2)
						if share[middle] < wanted then low = middle + 1 else high = middle end
					end
					return low
				end
			end
			""";

	private Wrk() {
	}

	/**
	 * Something to ask for.
	 *
	 * @param name how it is called in results
	 * @param url where
	 * @param script what is asked, in Lua
	 */
	record Target(String name, String url, Path script) {

		/** One view, told again and again. */
		static Target beacon(String name, String url, String article, Path folder) throws IOException {
			return new Target(name, url, Files.writeString(folder.resolve("beacon.lua"), READER + """
					wrk.headers['User-Agent'] = reader(%d)
					function request()
						return wrk.format('POST', '/api/v1/articles/%s/views')
					end
					""".formatted(READERS, article)));
		}

		/** Views, of the n-th article n times as seldom as of the first, by many readers. */
		static Target beacons(String name, String url, List<String> articles, int readers, Path folder)
				throws IOException {
			Path ids = Files.write(folder.resolve("articles of " + name), articles);
			return new Target(name, url, Files.writeString(folder.resolve(name + ".lua"), ZIPF + READER + """
					local ids = {}
					for id in io.lines('%s') do
						ids[#ids + 1] = id
					end
					local next = zipf(#ids)
					function request()
						wrk.headers['User-Agent'] = reader(%d)
						return wrk.format('POST', '/api/v1/articles/' .. ids[next()] .. '/views')
					end
					""".formatted(ids, readers)));
		}

		/** What is read, compressed. */
		static Target get(String name, String url, Path folder) throws IOException {
			return new Target(name, url,
					Files.writeString(folder.resolve("get.lua"), "wrk.headers['Accept-Encoding'] = 'gzip'\n"));
		}

	}

	/**
	 * What was measured.
	 *
	 * @param rate answers in a second
	 * @param p50 median time in milliseconds
	 * @param p99 the same that one of a hundred exceeds
	 * @param cpu milliseconds of each process for each answer
	 * @param failed answers that were none
	 */
	record Sample(double rate, double p50, double p99, Map<String, Double> cpu, long failed) {

		/** Of all processes, for each request. */
		double cpuMillis() {
			return this.cpu.values().stream().mapToDouble(Double::doubleValue).sum();
		}

	}

	/** Asks for some seconds. */
	static Sample ask(Target target, int seconds, Map<String, Long> pids) {
		Map<String, Long> before = cpu(pids);
		String out = Platform.call(List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "--latency", "-s",
				target.script().toString(), target.url()));
		Map<String, Long> after = cpu(pids);
		long requests = Long.parseLong(Platform.find(out, "(\\d+) requests in"));
		Matcher failed = Pattern.compile("Non-2xx or 3xx responses: (\\d+)").matcher(out);
		return new Sample(Double.parseDouble(Platform.find(out, "Requests/sec:\\s+([\\d.]+)")), millis(out, "50%"),
				millis(out, "99%"), each(before, after, requests), failed.find() ? Long.parseLong(failed.group(1)) : 0);
	}

	static Map<String, Long> cpu(Map<String, Long> pids) {
		Map<String, Long> millis = new LinkedHashMap<>();
		pids.forEach((name, pid) -> millis.put(name, Platform.cpuMillis(List.of(pid))));
		return millis;
	}

	static Map<String, Double> each(Map<String, Long> before, Map<String, Long> after, long requests) {
		Map<String, Double> each = new LinkedHashMap<>();
		after.forEach((name, millis) -> each.put(name, (double) (millis - before.get(name)) / Math.max(1, requests)));
		return each;
	}

	static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
		double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private static double millis(String out, String percentile) {
		Matcher matcher = Pattern.compile("\\s" + percentile + "\\s+([\\d.]+)(us|ms|s)").matcher(out);
		if (!matcher.find()) {
			return Double.NaN;
		}
		double value = Double.parseDouble(matcher.group(1));
		return switch (matcher.group(2)) {
			case "us" -> value / 1000;
			case "s" -> value * 1000;
			default -> value;
		};
	}

}
