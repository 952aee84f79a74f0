package org.rayonka.web.page;

import java.time.Clock;
import java.util.List;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Edition;
import org.rayonka.web.asset.Assets;
import org.rayonka.web.asset.Digest;
import org.rayonka.web.edge.Sharing;
import org.rayonka.web.site.Site;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Renders pages from compiled templates.
 */
@Component
public class Pages {

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

	private static final String TEMPLATES = "org.rayonka.web.templates";

	/**
	 * Tells the gateway, which keeps it to itself, what the page may load from elsewhere.
	 */
	private static final String COUNTED_BY = "Rayonka-Counted-By";

	private final Site site;

	private final Assets assets;

	private final Clock clock;

	private final TemplateEngine templates;

	Pages(Site site, Assets assets, Clock clock) {
		this.site = site;
		this.assets = assets;
		this.clock = clock;
		this.templates = TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(),
				TEMPLATES);
	}

	/**
	 * The frame around a page.
	 * @param visit who looks at it
	 * @param head what it says to machines
	 * @param editions for the region selector
	 * @param edition whose page it is, null on pages of the network
	 * @return the frame
	 */
	public Shell shell(Visit visit, Head head, List<Edition> editions, @Nullable Edition edition) {
		return new Shell(visit, head, editions, edition, this.site, this.assets, this.clock.instant());
	}

	/**
	 * Renders a page.
	 * @param status of the answer
	 * @param template its file name
	 * @param page what the template shows
	 * @return the whole answer
	 */
	public ResponseEntity<byte[]> render(HttpStatus status, String template, Page page) {
		Visit visit = page.shell().visit();
		Utf8ByteOutput output = new Utf8ByteOutput();
		this.templates.render(template, page, output);
		byte[] html = output.toByteArray();
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
			.contentType(HTML)
			.header(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag())
			.varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
		if (page.shell().counter() != null) {
			answer.header(COUNTED_BY, "metrika");
		}
		visit.wishes().forEach((cookie) -> answer.header(HttpHeaders.SET_COOKIE, cookie.toString()));
		if (status == HttpStatus.OK) {
			answer.cacheControl(CacheControl.noCache().cachePrivate()).eTag("W/\"" + Digest.of(html) + "\"");
			if (visit.ordinary() && !page.personal()) {
				(page.whole() ? page.lasting() : Sharing.A_MOMENT).allow(answer, page.tags());
			}
		}
		else {
			answer.cacheControl(CacheControl.noStore());
		}
		return answer.body(html);
	}

}
