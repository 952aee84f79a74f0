package org.rayonka.web.app;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.rayonka.web.asset.Assets;
import org.rayonka.web.page.Language;
import org.rayonka.web.site.Site;
import org.springframework.http.MediaType;

/**
 * What a phone needs to know to install the site (W3C Web Application Manifest).
 */
record Manifest(String id, String name, @JsonProperty("short_name") String shortName, String description, String lang,
		@JsonProperty("start_url") String startUrl, String scope, String display,
		@JsonProperty("theme_color") String themeColour, @JsonProperty("background_color") String backgroundColour,
		List<String> categories, List<Icon> icons) {

	static final MediaType TYPE = MediaType.valueOf("application/manifest+json");

	/** The light paper of site.css. */
	private static final String PAPER = "#fbfaf6";

	private static final String PNG = "image/png";

	static Manifest of(Site site, Assets assets) {
		String name = site.web().name();
		return new Manifest("/", name, name, Language.RU.messages().text("front.description"), Language.RU.tag(), "/",
				"/", "minimal-ui", PAPER, PAPER, List.of("news"),
				List.of(new Icon(assets.path("icon.svg"), "any", "image/svg+xml", "any"),
						new Icon(assets.path("icon-192.png"), "192x192", PNG, "any"),
						new Icon(assets.path("icon-512.png"), "512x512", PNG, "any"),
						new Icon(assets.path("icon-maskable.png"), "512x512", PNG, "maskable")));
	}

	/** A picture for the phone's screen. */
	record Icon(String src, String sizes, String type, String purpose) {
	}

}
