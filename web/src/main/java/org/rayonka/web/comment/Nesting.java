package org.rayonka.web.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts answers, which come flat and oldest first, below what they answer, as deep as
 * comment-service does; what they answer may be missing.
 */
final class Nesting {

	private static final int DEEPEST = 4;

	private final Map<UUID, List<Comment>> below = new HashMap<>();

	private final Map<UUID, Spot> spots = new HashMap<>();

	private Nesting(UUID root, List<Comment> answers) {
		for (Comment answer : answers) {
			Spot spot = spot(root, answer);
			this.spots.put(answer.id(), spot);
			this.below.computeIfAbsent(spot.under(), (_) -> new ArrayList<>()).add(answer);
		}
	}

	static List<Comment> of(UUID root, List<Comment> answers) {
		return new Nesting(root, answers).under(root);
	}

	private Spot spot(UUID root, Comment answer) {
		UUID parent = answer.parentId();
		Spot above = (parent != null) ? this.spots.get(parent) : null;
		if (parent == null || above == null) {
			return new Spot(root, 1);
		}
		return (above.depth() < DEEPEST) ? new Spot(parent, above.depth() + 1) : above;
	}

	private List<Comment> under(UUID id) {
		return this.below.getOrDefault(id, List.of())
			.stream()
			.map((answer) -> answer.answered(under(answer.id())))
			.toList();
	}

	private record Spot(UUID under, int depth) {
	}

}
