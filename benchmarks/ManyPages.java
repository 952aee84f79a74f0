import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pages of articles, asked for as readers do: the n-th most popular one n times as seldom
 * as the first.
 */
final class ManyPages {

	private final List<URI> pages = new ArrayList<>();

	/** Pages of articles of a platform, most popular first. */
	ManyPages(Platform platform, List<String> ids) throws Exception {
		for (String id : ids) {
			this.pages.add(URI.create(Platform.text(Platform.get(platform.url() + "/api/v1/articles/" + id), "url")));
		}
	}

	String first() {
		return this.pages.getFirst().toString();
	}

	/**
	 * Asks for each page, one after the other.
	 * @return milliseconds, the shortest first
	 */
	double[] ask() throws Exception {
		double[] millis = new double[this.pages.size()];
		for (int i = 0; i < millis.length; i++) {
			long begun = System.nanoTime();
			get(this.pages.get(i));
			millis[i] = (System.nanoTime() - begun) / 1e6;
		}
		Arrays.sort(millis);
		return millis;
	}

	/** Lets so many pages be put together, for readers whose pages the edge does not keep. */
	void warm(int times) throws Exception {
		for (int i = 0; i < times; i++) {
			get(this.pages.get(i % this.pages.size()), "Cookie", "lang=ru");
		}
	}

	/** Keeps copies, compressed, under the paths of the pages. */
	void copyTo(Path folder) throws Exception {
		for (URI page : this.pages) {
			Path copy = folder.resolve(page.getPath().substring(1));
			Files.createDirectories(copy.getParent());
			Files.write(copy, get(page));
		}
	}

	private static byte[] get(URI page, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(page).header("Accept-Encoding", "gzip");
		if (headers.length > 0) {
			request.headers(headers);
		}
		HttpResponse<byte[]> answer = Platform.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(page + " answered " + answer.statusCode());
		}
		return answer.body();
	}

	/** Asks a server that has them for all of them. */
	Wrk.Target at(String name, String server, Path folder) throws IOException {
		String paths = this.pages.stream()
			.map((page) -> "'" + page.getPath() + "'")
			.collect(Collectors.joining(","));
		return new Wrk.Target(name, server, Files.writeString(folder.resolve("zipf.lua"), Wrk.ZIPF + """
				wrk.headers['Accept-Encoding'] = 'gzip'
				local paths = {%s}
				local next, asked = zipf(#paths), {}
				function init(args)
					for n = 1, #paths do
						asked[n] = wrk.format('GET', paths[n])
					end
				end
				function request()
					return asked[next()]
				end
				""".formatted(paths)));
	}

}
