package org.rayonka.article.importing.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ChannelOption;
import io.netty.resolver.DefaultAddressResolverGroup;
import org.rayonka.article.ArticleProblem;
import org.rayonka.article.media.StoredFile;
import org.rayonka.article.media.Uploads;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Fetches files of old sites and stores them, within bounds of time, size (that of
 * uploads) and number of redirects.
 */
public class OldSites {

	private static final int MOST_REDIRECTS = 5;

	private static final int CONNECT_MILLIS = 5000;

	private final WebClient client;

	private final Uploads uploads;

	private final Duration timeout;

	/**
	 * Reaches old sites.
	 * @param uploads where files are stored
	 * @param timeout for one file with all its redirects
	 * @param everywhere whether also addresses that are not public may be fetched from
	 */
	public OldSites(Uploads uploads, Duration timeout, boolean everywhere) {
		HttpClient http = HttpClient.newConnection()
			.resolver(everywhere ? DefaultAddressResolverGroup.INSTANCE : new GuardedNames())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
			.responseTimeout(timeout);
		this.client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(http))
			.defaultHeader(HttpHeaders.USER_AGENT, "Rayonka-Import/1.0")
			.defaultHeader(HttpHeaders.ACCEPT, "image/webp,image/png,image/jpeg,video/*;q=0.5")
			.build();
		this.uploads = uploads;
		this.timeout = timeout;
	}

	/**
	 * Fetches a file.
	 * @param address absolute
	 * @return what is stored; fails with a {@link PictureLostException} that says why not
	 */
	public Mono<StoredFile> fetch(String address) {
		return Mono.defer(() -> get(WebAddress.of(address), MOST_REDIRECTS))
			.timeout(this.timeout)
			.onErrorMap((failure) -> new PictureLostException(reason(failure)));
	}

	private Mono<StoredFile> get(URI address, int redirects) {
		return this.client.get().uri(address).exchangeToMono((answer) -> read(answer, address, redirects));
	}

	private Mono<StoredFile> read(ClientResponse answer, URI address, int redirects) {
		if (answer.statusCode().is3xxRedirection()) {
			return answer.releaseBody().then(Mono.defer(() -> follow(answer, address, redirects)));
		}
		if (answer.statusCode().value() != 200) {
			return answer.releaseBody()
				.then(Mono.error(() -> new PictureLostException("answered " + answer.statusCode().value())));
		}
		Flux<DataBuffer> body = answer.bodyToFlux(DataBuffer.class);
		return this.uploads.take(body);
	}

	private Mono<StoredFile> follow(ClientResponse answer, URI from, int redirects) {
		String target = answer.headers().asHttpHeaders().getFirst(HttpHeaders.LOCATION);
		if (redirects == 0 || target == null) {
			return Mono.error(new PictureLostException((target == null) ? "leads nowhere" : "leads in a circle"));
		}
		return get(WebAddress.of(from, target), redirects - 1);
	}

	private static String reason(Throwable failure) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		return switch (failure) {
			case PictureLostException lost -> String.valueOf(lost.getMessage());
			case ArticleProblem problem -> String.valueOf(problem.getBody().getDetail());
			case TimeoutException late -> "took too long";
			default -> String.valueOf(cause.getMessage());
		};
	}

}
