package org.rayonka.identity;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Somebody with a browser that keeps cookies and goes nowhere by itself, or a program.
 */
class Visitor {

	private final HttpClient http = HttpClient.newHttpClient();

	private final Map<String, String> cookies = new TreeMap<>();

	private final Map<String, String> headers;

	private String base;

	Visitor(int port, Map<String, String> headers) {
		this.headers = headers;
		this.base = "http://127.0.0.1:" + port;
	}

	/** The same visitor, cookies kept, at another instance. */
	void comesTo(int port) {
		this.base = "http://127.0.0.1:" + port;
	}

	HttpResponse<String> get(String path) throws Exception {
		return send(request(path).GET());
	}

	HttpResponse<String> get(String path, String name, String value) throws Exception {
		return send(request(path).header(name, value).GET());
	}

	HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
	}

	/** Opens the sign-in page and sends its form. */
	HttpResponse<String> signIn(String email, String password) throws Exception {
		Document page = Jsoup.parse(get("/login").body());
		return post("/login",
				Map.of("username", email, "password", password, "_csrf", page.select("input[name=_csrf]").val()));
	}

	static String location(HttpResponse<?> response) {
		return response.headers().firstValue("Location").orElse("no Location, status " + response.statusCode());
	}

	static String encoded(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path));
		this.headers.forEach(request::header);
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		return request;
	}

	/** Keeps secure cookies too, as if TLS ended in front of the service. */
	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		response.headers()
			.allValues("Set-Cookie")
			.stream()
			.flatMap((line) -> HttpCookie.parse(line).stream())
			.forEach((cookie) -> {
				if (cookie.getMaxAge() == 0) {
					this.cookies.remove(cookie.getName());
				}
				else {
					this.cookies.put(cookie.getName(), cookie.getValue());
				}
			});
		return response;
	}

}
