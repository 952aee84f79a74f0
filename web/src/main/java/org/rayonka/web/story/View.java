package org.rayonka.web.story;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.access.Caller;
import org.rayonka.web.comment.Place;
import org.rayonka.web.comment.Sort;
import org.rayonka.web.page.Visit;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * How a reader looks at a story: which part of its discussion, and with what in its
 * forms.
 *
 * @param visit who looks
 * @param sender headers by which services know them
 * @param draft what stands in the form for a comment
 * @param deed what else they are about to do
 */
record View(Visit visit, MultiValueMap<String, String> sender, Draft draft, Deed deed) {

	static View of(ServerWebExchange exchange, Caller caller) {
		Visit visit = Visit.of(exchange, caller);
		return new View(visit, Sender.of(exchange), Draft.replyingTo(visit.asked("reply")), Deed.asked(visit));
	}

	View at(String path) {
		return new View(this.visit.at(path), this.sender, this.draft, this.deed);
	}

	View with(Draft other) {
		return new View(this.visit, this.sender, other, this.deed);
	}

	View with(Deed other) {
		return new View(this.visit, this.sender, this.draft, other);
	}

	/** Whether only the discussion is wanted, by a script that has the rest. */
	boolean part() {
		return Talk.PART.equals(this.visit.asked("part"));
	}

	Place place() {
		UUID single = Draft.idOf(this.visit.asked("comment"));
		UUID thread = Draft.idOf(this.visit.asked("thread"));
		if (single != null) {
			return new Place.Single(single);
		}
		return (thread != null) ? new Place.Thread(thread, this.visit.asked("replies"))
				: new Place.Page(Sort.of(this.visit.asked("sort")), this.visit.asked("comments"));
	}

	/** Headers of somebody who may have done something here. */
	MultiValueMap<String, String> known() {
		return (Sender.isVisitor(this.sender) || !this.visit.caller().anonymous()) ? this.sender
				: new LinkedMultiValueMap<>();
	}

	/** Headers of somebody who is signed in. */
	MultiValueMap<String, String> signedIn() {
		return this.visit.caller().anonymous() ? new LinkedMultiValueMap<>() : this.sender;
	}

	Optional<Notice> notice() {
		@Nullable String said = this.visit.asked("said");
		return (said == null) ? Optional.empty() : Notice.of(said, Draft.idOf(this.visit.asked("at")));
	}

}
