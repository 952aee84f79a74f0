package org.rayonka.web.app;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.rayonka.access.Caller;
import org.rayonka.web.article.Editions;
import org.rayonka.web.asset.Assets;
import org.rayonka.web.page.Head;
import org.rayonka.web.page.Messages;
import org.rayonka.web.page.Pages;
import org.rayonka.web.page.PlainPage;
import org.rayonka.web.page.Visit;
import org.rayonka.web.site.Site;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/**
 * The worker that keeps what was read, the page that leads to it, and the manifest.
 */
@RestController
class AppController {

	private static final String OFFLINE = "/offline";

	private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

	private final Assets assets;

	private final Site site;

	private final Pages pages;

	private final Editions editions;

	private final JsonMapper json;

	AppController(Assets assets, Site site, Pages pages, Editions editions, JsonMapper json) {
		this.assets = assets;
		this.site = site;
		this.pages = pages;
		this.editions = editions;
		this.json = json;
	}

	@GetMapping("/sw.js")
	ResponseEntity<byte[]> worker() {
		String files = this.json
			.writeValueAsString(List.of(OFFLINE, this.assets.style(null), this.assets.path("weak-sight.css"),
					this.assets.path("site.js"), this.assets.path("offline.js"), this.assets.path("sight.js")));
		String begin = "const VERSION = \"%s\";%nconst FILES = %s;%n".formatted(this.assets.version(), files);
		return ResponseEntity.ok()
			.contentType(SCRIPT)
			.cacheControl(CacheControl.noCache())
			.body((begin + this.assets.text("worker.js")).getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/manifest.webmanifest")
	ResponseEntity<Manifest> manifest() {
		return ResponseEntity.ok()
			.contentType(Manifest.TYPE)
			.cacheControl(CacheControl.noCache())
			.body(Manifest.of(this.site, this.assets));
	}

	@GetMapping(OFFLINE)
	ResponseEntity<byte[]> offline(ServerWebExchange exchange) {
		Visit visit = Visit.of(exchange, Caller.stranger());
		Messages t = visit.language().messages();
		Head head = Head.of(t.text("offline.title"), "", OFFLINE).hidden();
		return this.pages.render(HttpStatus.OK, "offline.jte",
				new PlainPage(this.pages.shell(visit, head, this.editions.known(), null)));
	}

}
