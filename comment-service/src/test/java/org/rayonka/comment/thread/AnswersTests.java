package org.rayonka.comment.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where answers stand.
 */
class AnswersTests {

	private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

	private final Comment root = comment("root", Comment.Place.FIRST);

	@Test
	void standBelowWhatTheyAnswer() {
		Comment first = comment("first", this.root.answer());
		Comment second = comment("second", first.answer());
		Comment third = comment("third", this.root.answer());
		CommentView view = new Answers(List.of(first, second, third)).view(this.root);
		assertThat(view.replies()).extracting(CommentView::text).containsExactly("first", "third");
		assertThat(view.replies().getFirst().replies()).extracting(CommentView::text).containsExactly("second");
	}

	@Test
	void standBelowTheFirstCommentWhenWhatTheyAnswerIsGone() {
		Comment gone = comment("gone", this.root.answer());
		Comment answer = comment("answer", gone.answer());
		CommentView view = new Answers(List.of(answer)).view(this.root);
		assertThat(view.replies()).extracting(CommentView::text).containsExactly("answer");
	}

	@Test
	void standNoDeeperThanAPhoneIsWide() {
		List<Comment> chain = new ArrayList<>();
		for (Comment last = this.root; chain.size() < 20; last = chain.getLast()) {
			chain.add(comment("answer", last.answer()));
		}
		CommentView view = new Answers(chain).view(this.root);
		assertThat(depth(view)).isEqualTo(Answers.DEEPEST);
		assertThat(size(view)).isEqualTo(21);
	}

	private static int depth(CommentView view) {
		return view.replies().stream().mapToInt((reply) -> 1 + depth(reply)).max().orElse(0);
	}

	private static int size(CommentView view) {
		return 1 + view.replies().stream().mapToInt(AnswersTests::size).sum();
	}

	private static Comment comment(String text, Comment.Place place) {
		return new Comment(UUID.randomUUID(), new UUID(0, 1), place, "visitor", new Wording("Анна", text),
				Status.PUBLISHED, AT, Comment.Standing.NONE, Comment.Marks.NONE);
	}

}
