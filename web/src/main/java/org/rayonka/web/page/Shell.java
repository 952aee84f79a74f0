package org.rayonka.web.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.article.Edition;
import org.rayonka.web.article.Edition.Rubric;
import org.rayonka.web.asset.Assets;
import org.rayonka.web.site.Site;

/**
 * The frame around the content of a page.
 *
 * @param visit who looks at it
 * @param head what it says to machines
 * @param editions for the region selector
 * @param edition whose page it is, null on pages of the network
 * @param site where it is
 * @param assets addresses of styles and scripts
 * @param now the date in the masthead
 */
public record Shell(Visit visit, Head head, List<Edition> editions, @Nullable Edition edition, Site site, Assets assets,
		Instant now) {

	private static final ZoneId NETWORK_ZONE = ZoneId.of("Europe/Moscow");

	/**
	 * The words of the interface.
	 * @return in the visitor's language
	 */
	public Messages t() {
		return this.visit.language().messages();
	}

	/**
	 * What stands at the top of the page.
	 * @return the name of the edition or of the network
	 */
	public String name() {
		return (this.edition != null) ? this.edition.name() : this.site.web().name();
	}

	/**
	 * Which feed the page announces.
	 * @return the first part of its file name
	 */
	public String feed() {
		return (this.edition != null) ? this.edition.slug() : "all";
	}

	/**
	 * The counter of another company that this page loads.
	 * @return its number, null unless the edition has one and the visitor has agreed
	 */
	public @Nullable String counter() {
		return (this.edition != null && Boolean.TRUE.equals(this.visit.counted())) ? this.edition.analytics() : null;
	}

	/**
	 * Whether the page asks to be counted.
	 * @return true when the edition has a counter and the visitor has not said yet
	 */
	public boolean asksToCount() {
		return this.edition != null && this.edition.analytics() != null && this.visit.counted() == null;
	}

	/**
	 * The style sheet, in the edition's colour.
	 * @return its path
	 */
	public String style() {
		return this.assets.style((this.edition != null) ? this.edition.colour() : null);
	}

	/**
	 * The zone of the dates on this page.
	 * @return the edition's
	 */
	public ZoneId zone() {
		return (this.edition != null) ? this.edition.zone() : NETWORK_ZONE;
	}

	/**
	 * The edition of an article in a list.
	 * @param article any
	 * @return empty when it is not known
	 */
	public Optional<Edition> editionOf(Article article) {
		if (this.edition != null && this.edition.slug().equals(article.edition())) {
			return Optional.of(this.edition);
		}
		return this.editions.stream().filter((known) -> known.slug().equals(article.edition())).findFirst();
	}

	/**
	 * The zone of an article in a list.
	 * @param article any
	 * @return its edition's
	 */
	public ZoneId zoneOf(Article article) {
		return editionOf(article).map(Edition::zone).orElseGet(this::zone);
	}

	/**
	 * The rubric of an article in a list, of this edition if it runs in it.
	 * @param article any
	 * @return its title, empty text when it is not known
	 */
	public String rubricOf(Article article) {
		return Optional.ofNullable(this.edition)
			.filter((own) -> article.rubricIn(own.slug()) != null)
			.or(() -> editionOf(article))
			.flatMap((found) -> found.rubric(article.rubricIn(found.slug())))
			.map(Rubric::name)
			.orElse("");
	}

	/**
	 * Where a list's link to an article leads.
	 * @param article any
	 * @return a path on this site
	 */
	public String pathOf(Article article) {
		return this.site.path(article.url());
	}

}
