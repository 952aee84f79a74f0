package org.rayonka.web.story;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.comment.Place;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Leads a browser from a form back to a page that says what became of it.
 *
 * @param path of the page
 * @param parameters of its address
 * @param fragment where to look
 */
record Return(String path, Map<String, String> parameters, String fragment) {

	/** To the beginning of the discussion. */
	static Return to(View view) {
		return new Return(view.visit().path(), view.part() ? Map.of("part", Talk.PART) : Map.of(), "comments");
	}

	/** To the part of the discussion where the form was. */
	Return within(Place place) {
		return with(place.parameters());
	}

	/** To a comment in its thread. */
	Return showing(@Nullable UUID comment) {
		return (comment != null) ? with(new Place.Single(comment).parameters()) : this;
	}

	Return saying(String notice) {
		return with(Map.of("said", notice));
	}

	Return at(UUID comment) {
		Return there = with(Map.of("at", comment.toString()));
		return new Return(this.path, there.parameters, "comment-" + comment);
	}

	ResponseEntity<byte[]> see() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(Talk.address(this.path, this.parameters) + "#" + this.fragment))
			.build();
	}

	private Return with(Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(this.parameters);
		all.putAll(more);
		return new Return(this.path, all, this.fragment);
	}

}
