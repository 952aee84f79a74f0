package org.rayonka.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Somebody with a browser that keeps cookies and goes nowhere by itself, or a program.
 */
class Visitor {

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

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
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
