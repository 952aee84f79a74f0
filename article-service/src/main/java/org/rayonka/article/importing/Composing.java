package org.rayonka.article.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.author.Signatures;
import org.rayonka.article.body.BodyHtml;
import org.rayonka.article.importing.fetch.OldSites;
import org.rayonka.article.importing.fetch.PictureLostException;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.StoredFile;
import org.rayonka.article.media.Video;
import org.rayonka.article.writing.Takeover.OldArticle;
import org.rayonka.article.writing.Content;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes an article of a copy: its authors are entered, its pictures fetched, its body
 * sanitised.
 */
@Component
class Composing {

	private static final int MOST_VIDEOS = 10;

	private static final int MOST_PICTURES = 100;

	private final OldSites sites;

	private final Signatures signatures;

	Composing(OldSites sites, Signatures signatures) {
		this.sites = sites;
		this.signatures = signatures;
	}

	/**
	 * Composes.
	 * @param copy the copy
	 * @param desk the import
	 * @return the composition; a picture that cannot be had is missing from it
	 */
	Mono<Composition> compose(Copy copy, Desk desk) {
		SequencedSet<String> wanted = new LinkedHashSet<>();
		lead(copy, desk).ifPresent(wanted::add);
		wanted.addAll(copy.manuscript().pictures());
		return desk.signing()
			.learn(copy, desk.edition().slug(), this.signatures)
			.thenMany(Flux.fromIterable(wanted))
			.take(MOST_PICTURES)
			.concatMap(this::fetched)
			.collectList()
			.publishOn(Schedulers.boundedElastic())
			.map((fetched) -> composition(copy, desk, fetched));
	}

	private Mono<Fetched> fetched(String address) {
		return this.sites.fetch(address)
			.map((file) -> new Fetched(address, file, ""))
			.onErrorResume(PictureLostException.class,
					(ex) -> Mono.just(new Fetched(address, null, String.valueOf(ex.getMessage()))));
	}

	/** Relative to the post. */
	private static Optional<String> lead(Copy copy, Desk desk) {
		String lead = copy.post().lead();
		if (lead.isEmpty() || lead.startsWith("http")) {
			return Optional.of(lead).filter((address) -> !address.isEmpty());
		}
		return desk.survey().absolute(copy.post(), lead);
	}

	private static Composition composition(Copy copy, Desk desk, List<Fetched> all) {
		Map<String, StoredFile> files = new LinkedHashMap<>();
		List<ImportLine> lost = new ArrayList<>();
		for (Fetched one : all) {
			if (one.file() != null && one.file().width() != null) {
				files.put(one.address(), one.file());
			}
			else {
				lost.add(copy.doubt("the picture " + Words.line(one.address(), 200) + ": "
						+ Words.line(one.file() != null ? "no picture" : one.reason(), 100)));
			}
		}
		Layout layout = Layout.of(copy.manuscript(), files, lead(copy, desk).orElse(""));
		return new Composition(copy, new OldArticle(content(copy, desk, layout), copy.slug(), copy.publishedAt()),
				files.size(), lost);
	}

	private static Content content(Copy copy, Desk desk, Layout layout) {
		List<Picture> pictures = layout.lead().stream().toList();
		List<Video> videos = copy.manuscript()
			.videos()
			.stream()
			.limit(MOST_VIDEOS)
			.map((page) -> Video.of(page, ""))
			.toList();
		return new Content(desk.edition().slug(), copy.rubric(), copy.headline(), copy.standfirst(),
				BodyHtml.of(layout.html()).html(), copy.byline(), desk.ageMark(), copy.tags(), pictures, videos,
				copy.post().talk().open(), desk.signing().of(copy), List.of());
	}

	/**
	 * A picture that was asked for.
	 *
	 * @param address where it was
	 * @param file null when it could not be had
	 * @param reason why not
	 */
	private record Fetched(String address, @Nullable StoredFile file, String reason) {
	}

}
