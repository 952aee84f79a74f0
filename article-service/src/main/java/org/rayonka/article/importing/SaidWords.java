package org.rayonka.article.importing;

import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.importing.source.SourceComment;
import org.rayonka.article.importing.source.SourceComment.Standing;
import org.rayonka.article.importing.source.SourcePost;
import org.rayonka.article.importing.talk.Talk.OldComment;

/**
 * Comments of an old site as plain text with their lines.
 */
final class SaidWords {

	private static final int LONGEST = 10_000;

	private static final int NAME = 50;

	private SaidWords() {
	}

	static List<OldComment> of(SourcePost post, Desk desk) {
		return post.talk()
			.comments()
			.stream()
			.filter((comment) -> comment.standing() != Standing.DROPPED)
			.map((comment) -> of(comment, desk))
			.filter((comment) -> !comment.text().isEmpty())
			.toList();
	}

	private static OldComment of(SourceComment comment, Desk desk) {
		String name = Words.ofHtml(comment.name(), NAME);
		String text = text(comment.html());
		String id = comment.id().isEmpty() ? "x" + Integer.toHexString(Objects.hash(name, text, comment.date()))
				: comment.id();
		return new OldComment(id, parent(comment.parent()), name.isEmpty() ? "Читатель" : name, text,
				comment.date().find(desk.edition().timeZone(), desk.now()).at(),
				comment.standing() == Standing.APPROVED);
	}

	private static @Nullable String parent(String parent) {
		return (parent.isEmpty() || parent.equals("0")) ? null : parent;
	}

	private static String text(String html) {
		Element body = Jsoup.parseBodyFragment(html.replace("\r\n", "\n").replace("\n", "<br>")).body();
		String text = body.wholeText().isBlank() ? "" : lines(body);
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

	private static String lines(Element body) {
		body.select("p, div, li, blockquote").before("\n");
		return body.wholeText().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").replaceAll("\n{3,}", "\n\n").strip();
	}

}
