package org.rayonka.web.story;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.comment.Comment;
import org.rayonka.web.comment.Discussion;
import org.rayonka.web.comment.Mine;
import org.rayonka.web.comment.Place;
import org.rayonka.web.comment.Sort;
import org.rayonka.web.comment.WritingRules;
import org.rayonka.web.page.Part;

/**
 * The discussion below an article, as one reader sees it.
 *
 * @param path of the article's page
 * @param asked which part of the discussion the reader wants
 * @param discussion that part, or the beginning when it is not there
 * @param rules what the reader has to know before writing, empty when nobody knows
 * @param mine what is the reader's own
 * @param draft what stands in the form for a comment
 * @param deed what else the reader is about to do
 * @param notice what a form has just done, empty when none has
 */
public record Talk(String path, Place asked, Part<Discussion> discussion, Optional<WritingRules> rules, Mine mine,
		Draft draft, Deed deed, Optional<Notice> notice) {

	/** How a script asks for the discussion alone. */
	static final String PART = "comments";

	/**
	 * Whether it was told.
	 * @return false while comment-service is away
	 */
	public boolean known() {
		return this.discussion.known();
	}

	/**
	 * The threads.
	 * @return with what only this reader sees, empty when nothing is known
	 */
	public List<Comment> items() {
		return known() ? this.discussion.get().items() : List.of();
	}

	/**
	 * Which part is shown.
	 * @return the beginning when nothing is known
	 */
	public Place place() {
		return known() ? this.discussion.get().place() : Place.FIRST;
	}

	/**
	 * Whether only a thread is shown.
	 * @return false for a page of threads
	 */
	public boolean excerpt() {
		return !(place() instanceof Place.Page);
	}

	/**
	 * Whether the comment that was asked for is not there.
	 * @return true when the beginning is shown in its place
	 */
	public boolean missing() {
		return known() && !(this.asked instanceof Place.Page) && !excerpt();
	}

	/**
	 * The order of the threads.
	 * @return null when only one is shown
	 */
	public @Nullable Sort sort() {
		return (place() instanceof Place.Page page) ? page.sort() : null;
	}

	/**
	 * The address of this part of the discussion.
	 * @return a path with its parameters
	 */
	public String here() {
		return link(place(), Map.of());
	}

	/**
	 * The address of this part with one thing more.
	 * @param name of the parameter
	 * @param id of a comment
	 * @return a path with its parameters
	 */
	public String here(String name, UUID id) {
		return link(place(), Map.of(name, id.toString()));
	}

	/**
	 * Where forms about a comment are sent.
	 * @param deed vote, edit and so on
	 * @param comment which
	 * @return a path with the parameters of this part
	 */
	public String action(String deed, Comment comment) {
		return address(this.path + "/comments/" + comment.id() + "/" + deed, place().parameters());
	}

	/**
	 * Where a new comment is sent.
	 * @return a path with the parameters of this part
	 */
	public String action() {
		return address(this.path + "/comments", place().parameters());
	}

	/**
	 * The address of a comment.
	 * @param id of the comment
	 * @return leads there however old it is
	 */
	public String permalink(UUID id) {
		return link(new Place.Single(id), Map.of()) + "#comment-" + id;
	}

	/**
	 * The address of the discussion in an order.
	 * @param sort the order
	 * @return a path with its parameters
	 */
	public String sorted(Sort sort) {
		return link(new Place.Page(sort, null), Map.of());
	}

	/**
	 * The address of a thread with all its answers.
	 * @param root the comment that began it
	 * @return a path with its parameters
	 */
	public String thread(Comment root) {
		return link(new Place.Thread(root.id(), null), Map.of());
	}

	/**
	 * Where it goes on.
	 * @return null at the end
	 */
	public @Nullable String next() {
		Place next = known() ? this.discussion.get().next() : null;
		return (next != null) ? link(next, Map.of()) : null;
	}

	private String link(Place place, Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(place.parameters());
		all.putAll(more);
		return address(this.path, all);
	}

	/** A page has hundreds of these. */
	static String address(String path, Map<String, String> parameters) {
		return path + parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
	}

	/**
	 * The reader's vote.
	 * @param comment on which
	 * @return 1, -1, or 0 when there is none
	 */
	public int vote(Comment comment) {
		return this.mine.votes().getOrDefault(comment.id(), 0);
	}

	/**
	 * Whether the reader wrote it.
	 * @param comment which
	 * @return false when nobody knows
	 */
	public boolean own(Comment comment) {
		return this.mine.own().containsKey(comment.id());
	}

	/**
	 * For how long the reader may still change it.
	 * @param comment which
	 * @param now the time
	 * @return begun minutes, 0 when not at all
	 */
	public long minutesLeft(Comment comment, Instant now) {
		Instant until = this.mine.own().get(comment.id());
		return (until != null) ? Math.max(0, Duration.between(now, until).plusSeconds(59).toMinutes()) : 0;
	}

	/**
	 * Whether a form stands below a comment.
	 * @param comment below which
	 * @return true when the reader has asked for one that they may use
	 */
	public boolean doing(Comment comment) {
		return comment.id().equals(this.deed.comment())
				&& (this.deed.refusal() != null || own(comment) == this.deed.ofAuthor());
	}

	/**
	 * Whether a form stands in the place of a comment's words.
	 * @param comment which
	 * @return true when its author changes it
	 */
	public boolean editing(Comment comment) {
		return doing(comment) && this.deed.kind() == Deed.Kind.EDIT;
	}

	/**
	 * What was just done with a comment.
	 * @param comment which
	 * @return key of the words, null when nothing was
	 */
	public @Nullable String said(Comment comment) {
		return this.notice.filter((done) -> comment.id().equals(done.comment())).map(Notice::key).orElse(null);
	}

	/**
	 * What was just done here, when no comment that is shown says it.
	 * @return key of the words, null when nothing was
	 */
	public @Nullable String said() {
		return this.notice.filter((done) -> !done.ofArticle())
			.filter((done) -> done.comment() == null || !known()
					|| this.discussion.get().find(done.comment()).isEmpty())
			.map(Notice::key)
			.orElse(null);
	}

	/**
	 * The comment that the form replies to.
	 * @return null when it replies to none that is shown
	 */
	public @Nullable Comment parent() {
		UUID parent = this.draft.parent();
		return (parent != null && known()) ? this.discussion.get().find(parent).orElse(null) : null;
	}

}
