package org.rayonka.web.moved;

import java.net.URI;
import java.util.List;

import org.rayonka.web.article.Move;
import org.rayonka.web.article.Moves;
import org.rayonka.web.failure.PageProblem;
import org.rayonka.web.failure.Unanswered;
import org.rayonka.web.site.Site;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Leads readers who come by an address of an old site to where its article is now.
 */
@Component
public class OldAddresses {

	/** No old address that is kept is longer, written with percent signs. */
	private static final int LONGEST = 2000;

	/**
	 * What never were pages, and would be asked for in vain with each fault of a link.
	 */
	private static final List<String> OURS = List.of("/api/", "/actuator", "/assets/", "/media/", "/feeds/");

	private static final List<String> NUMBERS = List.of("p", "page_id");

	private final Moves moves;

	private final Site site;

	OldAddresses(Moves moves, Site site) {
		this.moves = moves;
		this.site = site;
	}

	/**
	 * Asks whether an address that is no page of ours was one of an old site.
	 * @param request for the page
	 * @return empty when there was nothing or it cannot be told now; fails with
	 * {@link PageProblem.Moved} or {@link PageProblem.Withdrawn} when there was
	 */
	public Mono<Void> lead(ServerHttpRequest request) {
		String address = address(request);
		if (!isReading(request.getMethod()) || address.length() > LONGEST
				|| OURS.stream().anyMatch(address::startsWith)) {
			return Mono.empty();
		}
		return this.moves.of(address).onErrorComplete(Unanswered::is).flatMap((move) -> answer(move, request));
	}

	/**
	 * Asks in the same way for a front page whose query names a post by its number.
	 * @param request for the front page
	 * @return as above; empty without a question when no number is there
	 */
	public Mono<Void> leadByNumber(ServerHttpRequest request) {
		return NUMBERS.stream().anyMatch(request.getQueryParams()::containsKey) ? lead(request) : Mono.empty();
	}

	private Mono<Void> answer(Move move, ServerHttpRequest request) {
		return switch (move) {
			case Move.Nowhere nowhere -> Mono.empty();
			case Move.Withdrawn withdrawn -> Mono.error(new PageProblem.Withdrawn());
			case Move.To to -> {
				URI page = URI.create(this.site.path(to.url()));
				// or else it would lead to itself for ever
				boolean here = request.getURI().getPath().equals(page.getPath());
				yield here ? Mono.empty() : Mono.error(new PageProblem.Moved(page));
			}
		};
	}

	private static boolean isReading(HttpMethod method) {
		return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
	}

	private static String address(ServerHttpRequest request) {
		String query = request.getURI().getRawQuery();
		return request.getURI().getRawPath() + ((query != null) ? "?" + query : "");
	}

}
