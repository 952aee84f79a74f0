package org.rayonka.web.asset;

import java.time.Duration;
import java.util.Set;

import org.rayonka.web.edge.Sharing;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Serves assets: for ever under their present name, with a question each time under an
 * older one.
 */
@RestController
class AssetController {

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Assets assets;

	AssetController(Assets assets) {
		this.assets = assets;
	}

	@GetMapping("/assets/{version}/{name}")
	ResponseEntity<byte[]> asset(@PathVariable String version, @PathVariable String name,
			@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
		Asset asset = this.assets.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		boolean gzip = encodings.contains("gzip");
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.contentType(asset.type())
			.cacheControl(version.equals(this.assets.version()) ? FOR_EVER : CacheControl.noCache())
			.eTag("\"" + asset.tag() + (gzip ? "-gzip\"" : "\""))
			.varyBy(HttpHeaders.ACCEPT_ENCODING);
		if (version.equals(this.assets.version())) {
			Sharing.A_DAY.allow(answer, Set.of());
		}
		if (gzip) {
			answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		return answer.body(asset.content(gzip));
	}

}
