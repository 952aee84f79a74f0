package org.rayonka.article.importing.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.rayonka.article.importing.source.SourceComment.Standing;
import org.rayonka.article.importing.source.SourceDate.Written;

/**
 * A comment as WordPress exports it.
 */
final class WordPressComment {

	/** Others are messages of machines. */
	private static final Set<String> OF_PEOPLE = Set.of("", "comment", "review");

	private WordPressComment() {
	}

	static SourceComment read(Xml xml) {
		Map<String, String> fields = new HashMap<>();
		while (xml.child()) {
			String name = xml.name();
			fields.putIfAbsent(name, xml.text().strip());
		}
		SourceDate date = new SourceDate(List.of(new Written(fields.getOrDefault("wp:comment_date_gmt", ""), false),
				new Written(fields.getOrDefault("wp:comment_date", ""), true)));
		return new SourceComment(fields.getOrDefault("wp:comment_id", ""), fields.getOrDefault("wp:comment_parent", ""),
				fields.getOrDefault("wp:comment_author", ""), fields.getOrDefault("wp:comment_content", ""), date,
				standing(fields));
	}

	private static Standing standing(Map<String, String> fields) {
		if (!OF_PEOPLE.contains(fields.getOrDefault("wp:comment_type", ""))) {
			return Standing.DROPPED;
		}
		return switch (fields.getOrDefault("wp:comment_approved", "0")) {
			case "1", "approve" -> Standing.APPROVED;
			case "0", "hold" -> Standing.HELD;
			default -> Standing.DROPPED;
		};
	}

}
