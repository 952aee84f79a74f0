package org.rayonka.article.importing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.importing.source.Entries.Format;
import org.rayonka.article.importing.source.Entry;
import org.rayonka.article.importing.source.SourcePost;
import org.rayonka.article.importing.source.SourcePost.Labels;
import org.rayonka.article.importing.source.SourcePost.Talk;
import org.rayonka.article.importing.source.Term;

/**
 * What is remembered of a whole file after it was read once: names and addresses that
 * posts refer to, never the posts.
 */
final class Survey {

	private static final Comparator<Entry.Bond> IN_ORDER = Comparator.comparingInt(Entry.Bond::order);

	private final Map<String, String> authors = new HashMap<>();

	private final Map<String, Term> labels = new HashMap<>();

	private final Map<String, String> attachments = new HashMap<>();

	private final Map<String, List<Entry.Bond>> bonds = new HashMap<>();

	private @Nullable Format format;

	private String site;

	private long entries;

	private long posts;

	private boolean talk;

	/**
	 * Begins.
	 * @param site the old site's address, empty when the file tells it
	 */
	Survey(String site) {
		this.site = site;
	}

	void format(Format known) {
		this.format = known;
	}

	void add(Entry entry) {
		this.entries++;
		switch (entry) {
			case Entry.Post post -> add(post.post());
			case Entry.Author author -> this.authors.putIfAbsent(author.key(), author.name());
			case Entry.Label label -> this.labels.putIfAbsent(label.key(), label.term());
			case Entry.Bond bond -> this.bonds.computeIfAbsent(bond.post(), (post) -> new ArrayList<>(2)).add(bond);
			case Entry.Attachment attachment ->
				this.attachments.putIfAbsent(Long.toString(attachment.id()), attachment.url());
			case Entry.Site found -> this.site = this.site.isEmpty() ? found.url() : this.site;
			case Entry.Passed passed -> {
			}
		}
	}

	private void add(SourcePost post) {
		this.posts++;
		Talk said = post.talk();
		this.talk = this.talk || !said.comments().isEmpty() || said.views() != null || said.likes() != null;
	}

	Format format() {
		return Objects.requireNonNull(this.format, "Nothing was read");
	}

	long entries() {
		return this.entries;
	}

	long posts() {
		return this.posts;
	}

	/** Whether readers said or did anything. */
	boolean talk() {
		return this.talk;
	}

	/**
	 * Against what a post's addresses are resolved.
	 */
	URI base(SourcePost post) {
		for (String address : List.of(post.addresses().isEmpty() ? "" : post.addresses().getFirst(), this.site)) {
			if (address.matches("(?i)https?://[\\w.-]+(?::[0-9]{1,5})?(?:/[\\w./%~-]*)?")) {
				return URI.create(address.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"));
			}
		}
		return URI.create("");
	}

	/**
	 * An address that is written as seen from a post.
	 * @return empty when it is none
	 */
	Optional<String> absolute(SourcePost post, String address) {
		String resolved = StringUtil.resolve(base(post).toString(), address);
		return Optional.of(resolved).filter((found) -> found.startsWith("http"));
	}

	String attachment(String number) {
		return this.attachments.getOrDefault(number, "");
	}

	/**
	 * A post with names in the place of keys.
	 */
	SourcePost resolved(SourcePost post) {
		List<Entry.Bond> own = this.bonds.getOrDefault(post.id().substring(post.id().indexOf(' ') + 1), List.of());
		String lead = post.lead().matches("[0-9]{1,19}") ? attachment(post.lead()) : post.lead();
		return post.with(new Labels(authors(post, own), categories(post, own), tags(post, own)), lead);
	}

	private List<String> authors(SourcePost post, List<Entry.Bond> own) {
		List<String> bound = keys(own, false);
		return (bound.isEmpty() ? post.labels().authors() : bound).stream()
			.map((key) -> this.authors.getOrDefault(key, key))
			.filter((name) -> !name.isBlank())
			.distinct()
			.toList();
	}

	/** Of labels without kinds the first is what a post belongs to. */
	private List<Term> categories(SourcePost post, List<Entry.Bond> own) {
		return own.isEmpty() ? post.labels().categories() : terms(own).stream().limit(1).toList();
	}

	private List<Term> tags(SourcePost post, List<Entry.Bond> own) {
		return own.isEmpty() ? post.labels().tags() : terms(own).stream().skip(1).toList();
	}

	/** Ghost keeps labels for itself under names that begin with #. */
	private List<Term> terms(List<Entry.Bond> own) {
		return keys(own, true).stream()
			.map(this.labels::get)
			.filter(Objects::nonNull)
			.filter((term) -> !term.name().startsWith("#"))
			.toList();
	}

	private static List<String> keys(List<Entry.Bond> own, boolean label) {
		return own.stream().filter((bond) -> bond.label() == label).sorted(IN_ORDER).map(Entry.Bond::key).toList();
	}

}
