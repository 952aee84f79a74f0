package org.rayonka.article.writing;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.author.Authors;
import org.rayonka.article.body.BodyHtml;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Editions;
import org.rayonka.article.edition.Placement;
import org.rayonka.article.media.Media;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.StoredFile;
import org.rayonka.article.media.Video;
import org.rayonka.article.writing.ArticleForm.PictureForm;
import org.rayonka.article.writing.ArticleForm.PlacementForm;
import org.rayonka.article.writing.ArticleForm.VideoForm;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/**
 * Makes content of what a writer sent: the body sanitised, rubric and pictures known.
 */
@Component
class Typesetter {

	private final Editions editions;

	private final Authors authors;

	private final Media media;

	Typesetter(Editions editions, Authors authors, Media media) {
		this.editions = editions;
		this.authors = authors;
		this.media = media;
	}

	/**
	 * Content with a report to the writer.
	 *
	 * @param content fit to be stored
	 * @param dropped what the body may not have
	 */
	record Proof(Content content, List<String> dropped) {
	}

	/**
	 * Sets an article.
	 * @param form that was validated
	 * @return the proof; fails when an edition, a rubric, an author, a picture or a video
	 * is not known
	 */
	Mono<Proof> set(ArticleForm form) {
		List<Video> videos = given(form.videos()).stream().map(Typesetter::video).toList();
		List<Placement> placements = placements(form);
		return Flux.fromIterable(placements)
			.concatMap(this::rubric)
			.then(Mono.zip(files(form, videos), names(slugs(form))))
			.map((known) -> proof(form, placements, videos, known));
	}

	/** Its own first. */
	private static List<Placement> placements(ArticleForm form) {
		List<Placement> placements = Stream
			.concat(Stream.of(new PlacementForm(form.edition(), form.rubric())), given(form.alsoIn()).stream())
			.map(PlacementForm::placement)
			.toList();
		Set<String> editions = new HashSet<>();
		placements.forEach((placement) -> {
			if (!editions.add(placement.edition())) {
				throw InvalidRequest.placedTwice(placement.edition());
			}
		});
		return placements;
	}

	private Mono<Edition> rubric(Placement placement) {
		return this.editions.find(placement.edition())
			.switchIfEmpty(Mono.error(() -> InvalidRequest.edition(placement.edition())))
			.filter((edition) -> edition.hasRubric(placement.rubric()))
			.switchIfEmpty(Mono.error(() -> InvalidRequest.rubric(placement.rubric())));
	}

	private static List<String> slugs(ArticleForm form) {
		return given(form.authors()).stream().map(String::strip).distinct().toList();
	}

	private Mono<List<String>> names(List<String> slugs) {
		return this.authors.names(slugs).map((names) -> {
			List<String> unknown = slugs.stream().filter((slug) -> !names.containsKey(slug)).toList();
			if (!unknown.isEmpty()) {
				throw InvalidRequest.authors(unknown);
			}
			return slugs.stream().map(names::get).toList();
		});
	}

	private Mono<Map<String, StoredFile>> files(ArticleForm form, List<Video> videos) {
		List<String> paths = Stream
			.concat(given(form.pictures()).stream().map(PictureForm::path),
					videos.stream().filter(Video::own).map(Video::url))
			.toList();
		return this.media.find(paths).doOnNext((files) -> {
			List<String> unknown = paths.stream().filter((path) -> !files.containsKey(path)).toList();
			if (!unknown.isEmpty()) {
				throw InvalidRequest.media(unknown);
			}
		});
	}

	private static Proof proof(ArticleForm form, List<Placement> placements, List<Video> videos,
			Tuple2<Map<String, StoredFile>, List<String>> known) {
		Map<String, StoredFile> files = known.getT1();
		BodyHtml body = BodyHtml.of(Objects.requireNonNullElse(form.body(), ""));
		List<Picture> pictures = given(form.pictures()).stream().map((picture) -> picture(picture, files)).toList();
		Content content = new Content(placements.getFirst().edition(), placements.getFirst().rubric(),
				line(form.headline()), line(form.standfirst()), body.html(), byline(form, known.getT2()),
				form.ageMark(),
				given(form.tags()).stream().map(Typesetter::line).filter((tag) -> !tag.isEmpty()).distinct().toList(),
				pictures, videos, !Boolean.FALSE.equals(form.commentsOpen()), slugs(form),
				placements.subList(1, placements.size()));
		return new Proof(content, body.dropped());
	}

	private static String byline(ArticleForm form, List<String> names) {
		String written = line(form.byline());
		return written.isEmpty() ? String.join(", ", names) : written;
	}

	private static Picture picture(PictureForm form, Map<String, StoredFile> files) {
		StoredFile file = Objects.requireNonNull(files.get(form.path()));
		if (file.width() == null || file.height() == null) {
			throw InvalidRequest.media(List.of(form.path()));
		}
		return new Picture(file.path(), file.width(), file.height(), line(form.alt()), line(form.caption()),
				line(form.author()));
	}

	private static Video video(VideoForm form) {
		return Video.of(form.url().strip(), line(form.title()));
	}

	private static String line(@Nullable String text) {
		return (text == null) ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
	}

	private static <T> List<T> given(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

}
