package org.rayonka.article.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;

/**
 * What differs between two states of an article: field by field, and of the body block by
 * block.
 *
 * @param from the revision that is compared
 * @param to the revision that it is compared with
 * @param fields those that differ, the body aside
 * @param body what differs, in the order of the text
 */
record Comparison(long from, long to, List<Field> fields, List<Block> body) {

	private static final List<Part> PARTS = List.of(new Part("edition", Content::edition),
			new Part("rubric", Content::rubric), new Part("headline", Content::headline),
			new Part("standfirst", Content::standfirst), new Part("byline", Content::byline),
			new Part("ageMark", (content) -> Objects.toString(content.ageMark(), "")), new Part("tags", Content::tags),
			new Part("pictures", Content::pictures), new Part("videos", Content::videos),
			new Part("commentsOpen", Content::commentsOpen), new Part("authors", Content::authors),
			new Part("alsoIn", Content::alsoIn));

	/**
	 * A field that differs.
	 */
	record Field(String field, Object before, Object after) {
	}

	/**
	 * A place of the body that differs; one side may be empty.
	 *
	 * @param before sanitised HTML of the blocks that were there
	 * @param after sanitised HTML of those that are there instead
	 */
	record Block(List<String> before, List<String> after) {
	}

	private record Part(String name, Function<Content, Object> value) {
	}

	static Comparison of(long from, Content before, long to, Content after) {
		List<Field> fields = PARTS.stream()
			.map((part) -> new Field(part.name(), part.value().apply(before), part.value().apply(after)))
			.filter((field) -> !field.before().equals(field.after()))
			.toList();
		return new Comparison(from, to, fields, differences(blocks(before.body()), blocks(after.body())));
	}

	private static List<Block> differences(List<String> before, List<String> after) {
		List<Block> differences = new ArrayList<>();
		for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
			differences.add(new Block(delta.getSource().getLines(), delta.getTarget().getLines()));
		}
		return differences;
	}

	private static List<String> blocks(String html) {
		return Jsoup.parseBodyFragment(html)
			.body()
			.childNodes()
			.stream()
			.map(Node::outerHtml)
			.map(String::strip)
			.filter((block) -> !block.isEmpty())
			.toList();
	}

}
