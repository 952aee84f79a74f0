package org.rayonka.gateway.edgecache;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * Fetches new answers while clients get the ones before, as a client of this very
 * gateway: what it gets is what they would get.
 */
@Component
public class Renewals {

	static final String HEADER = "Rayonka-Renewal";

	/** More would take the processors from those who are answered out of memory. */
	private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	/** Longer than any service may take; then another may be fetched. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** What an answer may depend on. */
	private static final List<CharSequence> KEPT = List.of(HttpHeaderNames.HOST, HttpHeaderNames.ACCEPT,
			HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderNames.ACCEPT_LANGUAGE, HttpHeaderNames.ORIGIN);

	private final String secret = UUID.randomUUID().toString();

	private final Set<EdgeKey> underway = ConcurrentHashMap.newKeySet();

	private final @Nullable InetAddress address;

	private volatile @Nullable HttpClient client;

	Renewals(ServerProperties server) {
		this.address = server.getAddress();
	}

	@EventListener
	void connect(WebServerInitializedEvent event) {
		if (event.getApplicationContext().getServerNamespace() == null) {
			InetAddress host = (this.address == null || this.address.isAnyLocalAddress())
					? InetAddress.getLoopbackAddress() : this.address;
			InetSocketAddress own = new InetSocketAddress(host, event.getWebServer().getPort());
			this.client = HttpClient.newConnection().remoteAddress(() -> own).responseTimeout(PATIENCE);
		}
	}

	/** Whether a request was sent from here, so that nobody's quota is used up by it. */
	public boolean isOne(HttpHeaders headers) {
		return this.secret.equals(headers.getFirst(HEADER));
	}

	String secret() {
		return this.secret;
	}

	boolean isOne(HttpRequest request) {
		return this.secret.equals(request.headers().get(HEADER));
	}

	/**
	 * Begins to fetch what a request asks for, unless that is being done or enough is:
	 * then a later request begins it.
	 */
	void begin(EdgeKey key, HttpRequest wish) {
		HttpClient gateway = this.client;
		if (gateway == null || this.underway.size() >= AT_ONCE || !this.underway.add(key)) {
			return;
		}
		CompletableFuture<Void> _ = gateway.headers((headers) -> {
			KEPT.forEach((name) -> headers.set(name, wish.headers().getAll(name)));
			headers.set(HEADER, this.secret);
		})
			.get()
			.uri(key.uri())
			.response((answer, body) -> body.then())
			.then()
			.toFuture()
			.whenComplete((_, _) -> this.underway.remove(key));
	}

}
