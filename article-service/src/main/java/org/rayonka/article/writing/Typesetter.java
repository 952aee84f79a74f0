package org.rayonka.article.writing;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.rayonka.article.InvalidRequest;
import org.rayonka.article.body.BodyHtml;
import org.rayonka.article.edition.Edition;
import org.rayonka.article.edition.Editions;
import org.rayonka.article.media.Media;
import org.rayonka.article.media.Picture;
import org.rayonka.article.media.StoredFile;
import org.rayonka.article.media.Video;
import org.rayonka.article.writing.ArticleForm.PictureForm;
import org.rayonka.article.writing.ArticleForm.VideoForm;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes content of what a writer sent: the body sanitised, rubric and pictures known.
 */
@Component
class Typesetter {

	private final Editions editions;

	private final Media media;

	Typesetter(Editions editions, Media media) {
		this.editions = editions;
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
	 * @return the proof; fails when the edition, the rubric, a picture or a video is not
	 * known
	 */
	Mono<Proof> set(ArticleForm form) {
		List<Video> videos = given(form.videos()).stream().map(Typesetter::video).toList();
		return rubric(form).then(files(form, videos)).map((files) -> proof(form, videos, files));
	}

	private Mono<Edition> rubric(ArticleForm form) {
		return this.editions.find(form.edition().strip())
			.switchIfEmpty(Mono.error(() -> InvalidRequest.edition(form.edition())))
			.filter((edition) -> edition.hasRubric(form.rubric().strip()))
			.switchIfEmpty(Mono.error(() -> InvalidRequest.rubric(form.rubric())));
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

	private static Proof proof(ArticleForm form, List<Video> videos, Map<String, StoredFile> files) {
		BodyHtml body = BodyHtml.of(Objects.requireNonNullElse(form.body(), ""));
		List<Picture> pictures = given(form.pictures()).stream().map((picture) -> picture(picture, files)).toList();
		Content content = new Content(form.edition().strip(), form.rubric().strip(), line(form.headline()),
				line(form.standfirst()), body.html(), line(form.byline()), form.ageMark(),
				given(form.tags()).stream().map(Typesetter::line).filter((tag) -> !tag.isEmpty()).distinct().toList(),
				pictures, videos, !Boolean.FALSE.equals(form.commentsOpen()));
		return new Proof(content, body.dropped());
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
