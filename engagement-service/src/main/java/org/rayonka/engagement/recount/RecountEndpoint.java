package org.rayonka.engagement.recount;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/**
 * Begins a recount and tells how it goes: {@code ./rayonka recount} on the internal port.
 */
@Component
@WebEndpoint(id = "recount")
class RecountEndpoint {

	private static final int CONFLICT = 409;

	private final RecountLifecycle recounts;

	RecountEndpoint(RecountLifecycle recounts) {
		this.recounts = recounts;
	}

	/** The one that goes on or was the last; 404 when there was none. */
	@ReadOperation
	WebEndpointResponse<Report> report() {
		return this.recounts.report()
			.map(WebEndpointResponse::new)
			.orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
	}

	/** Begins; 400 for an unknown mode, 409 while another goes on. */
	@WriteOperation
	WebEndpointResponse<Map<String, String>> begin(String mode) {
		return Mode.of(mode)
			.map((known) -> begin(known))
			.orElseGet(() -> answer("There is no mode " + mode, WebEndpointResponse.STATUS_BAD_REQUEST));
	}

	private WebEndpointResponse<Map<String, String>> begin(Mode mode) {
		return this.recounts.begin(mode) ? new WebEndpointResponse<>(Map.of("mode", mode.toString()))
				: answer("Another recount goes on", CONFLICT);
	}

	private static WebEndpointResponse<Map<String, String>> answer(String detail, int status) {
		return new WebEndpointResponse<>(Map.of("detail", detail), status);
	}

}
