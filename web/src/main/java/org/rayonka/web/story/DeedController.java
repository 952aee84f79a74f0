package org.rayonka.web.story;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.rayonka.access.Caller;
import org.rayonka.web.comment.Deeds;
import org.rayonka.web.failure.Unanswered;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ServerWebExchange;

/**
 * What readers do with comments that are there. A form that is refused is shown again
 * with what was typed.
 */
@RestController
class DeedController {

	private static final String COMMENT = StoryController.STORY + "/comments/{comment}/";

	private final Stories stories;

	private final Deeds deeds;

	private final StoryPages pages;

	DeedController(Stories stories, Deeds deeds, StoryPages pages) {
		this.stories = stories;
		this.deeds = deeds;
		this.pages = pages;
	}

	@PostMapping(COMMENT + "vote")
	Mono<ResponseEntity<byte[]>> vote(@PathVariable UUID comment, ServerWebExchange exchange, Caller caller) {
		View view = page(exchange, caller);
		Return there = Return.to(view).within(view.place()).at(comment);
		return exchange.getFormData()
			.flatMap((form) -> this.deeds.vote(comment, view.sender(), valueOf(form)))
			.thenReturn(there)
			.onErrorResume(Unanswered::is, (failure) -> Mono.just(there.saying(unvoted(failure))))
			.map(Return::see);
	}

	@PostMapping(COMMENT + "{kind:edit|delete|report|complain}")
	Mono<ResponseEntity<byte[]>> act(@PathVariable UUID comment, @PathVariable String kind, ServerWebExchange exchange,
			Caller caller) {
		View view = page(exchange, caller);
		Deed.Kind known = Deed.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
		return Mono
			.zip(this.stories.at(view.visit().path()),
					exchange.getFormData().map((form) -> Deed.sent(known, comment, form)))
			.flatMap((sent) -> act(view.with(sent.getT2()), sent.getT1(), known, comment));
	}

	private Mono<ResponseEntity<byte[]>> act(View view, Story story, Deed.Kind kind, UUID comment) {
		Return there = Return.to(view).within(view.place()).at(comment);
		return done(view, kind, comment).map((said) -> there.saying(said).see())
			.onErrorResume(Unanswered::is, (failure) -> refuse(view, story, Refusal.of(failure, kind.invalid())));
	}

	private Mono<String> done(View view, Deed.Kind kind, UUID comment) {
		Deed deed = view.deed();
		MultiValueMap<String, String> sender = view.sender();
		return switch (kind) {
			case EDIT -> this.deeds.edit(comment, sender, deed.field("text"))
				.map((edited) -> edited.published() ? "edited" : "edited-pending");
			case DELETE -> this.deeds.delete(comment, sender).thenReturn("deleted");
			case REPORT ->
				this.deeds.report(comment, sender, deed.field("category"), deed.field("reason")).thenReturn("reported");
			case COMPLAIN -> this.deeds.complain(comment, sender, complaint(deed)).thenReturn("complained");
		};
	}

	private static Map<String, String> complaint(Deed deed) {
		return Map.of("name", deed.field("name"), "email", deed.field("email"), "grounds", deed.field("grounds"));
	}

	private Mono<ResponseEntity<byte[]>> refuse(View view, Story story, Refusal refusal) {
		return this.pages.show(view.with(view.deed().refused(refusal)), story, refusal.status());
	}

	private static int valueOf(MultiValueMap<String, String> form) {
		String value = form.getFirst("value");
		return "1".equals(value) ? 1 : "-1".equals(value) ? -1 : 0;
	}

	private static String unvoted(Throwable failure) {
		return (failure instanceof WebClientResponseException.NotFound) ? "vote-gone" : "vote-away";
	}

	private static View page(ServerWebExchange exchange, Caller caller) {
		View form = View.of(exchange, caller);
		String path = form.visit().path();
		return form.at(path.substring(0, path.lastIndexOf("/comments/")));
	}

}
