package org.rayonka.comment.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts answers below what they answer. An answer to a comment that is not shown, or that
 * would stand too deep, stands below the nearest one above that is.
 */
final class Answers {

	/** Levels below the first comment of a thread: more do not fit on a phone. */
	static final int DEEPEST = 4;

	private final Map<UUID, List<Comment>> below = new HashMap<>();

	/**
	 * Sorts answers.
	 * @param published in the order in which they are to stand; an answer comes after
	 * what it answers
	 */
	Answers(List<Comment> published) {
		Map<UUID, Node> nodes = new HashMap<>();
		for (Comment answer : published) {
			Node node = place(answer, nodes);
			nodes.put(answer.id(), node);
			this.below.computeIfAbsent(node.under, (_) -> new ArrayList<>()).add(answer);
		}
	}

	CommentView view(Comment comment) {
		List<Comment> replies = this.below.getOrDefault(comment.id(), List.of());
		return CommentView.of(comment, replies.stream().map(this::view).toList());
	}

	private static Node place(Comment answer, Map<UUID, Node> nodes) {
		UUID root = answer.place().root();
		UUID parent = answer.place().parent();
		if (root == null || parent == null) {
			throw new IllegalArgumentException("No answer: " + answer.id());
		}
		Node above = nodes.get(parent);
		if (above == null) {
			return new Node(root, 1);
		}
		return (above.depth < DEEPEST) ? new Node(parent, above.depth + 1) : new Node(above.under, above.depth);
	}

	private record Node(UUID under, int depth) {
	}

}
