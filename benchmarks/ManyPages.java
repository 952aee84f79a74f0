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
	 * Asks for each page for the first time, one after the other, and keeps copies.
	 * @param folder for the copies, compressed, under the paths of the pages
	 * @return milliseconds, the shortest first
	 */
	double[] copyTo(Path folder) throws Exception {
		double[] millis = new double[this.pages.size()];
		for (int i = 0; i < millis.length; i++) {
			HttpRequest request = HttpRequest.newBuilder(this.pages.get(i)).header("Accept-Encoding", "gzip").build();
			long begun = System.nanoTime();
			HttpResponse<byte[]> page = Platform.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
			millis[i] = (System.nanoTime() - begun) / 1e6;
			if (page.statusCode() != 200) {
				throw new IllegalStateException(request.uri() + " answered " + page.statusCode());
			}
			Path copy = folder.resolve(request.uri().getPath().substring(1));
			Files.createDirectories(copy.getParent());
			Files.write(copy, page.body());
		}
		Arrays.sort(millis);
		return millis;
	}

	/** Asks a server that has them for all of them. */
	Wrk.Target at(String name, String server, Path folder) throws IOException {
		String paths = this.pages.stream()
			.map((page) -> "'" + page.getPath() + "'")
			.collect(Collectors.joining(","));
		return new Wrk.Target(name, server, Files.writeString(folder.resolve("zipf.lua"), """
				wrk.headers['Accept-Encoding'] = 'gzip'
				local paths = {%s}
				local share, all = {}, 0
				for n = 1, #paths do
					all = all + 1 / n
					share[n] = all
				end
				local asked = {}
				function init(args)
					math.randomseed(1)
					for n = 1, #paths do
						asked[n] = wrk.format('GET', paths[n])
					end
				end
				function request()
					local wanted, low, high = math.random() * all, 1, #paths
					while low < high do
						local middle = math.floor((low + high) / 2)
						if share[middle] < wanted then low = middle + 1 else high = middle end
					end
					return asked[low]
				end
				""".formatted(paths)));
	}

}
