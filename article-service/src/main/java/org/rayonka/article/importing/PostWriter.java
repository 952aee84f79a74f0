package org.rayonka.article.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.rayonka.article.importing.ImportLine.NotUnderstood;
import org.rayonka.article.importing.Ledger.Line;
import org.rayonka.article.importing.source.Entry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Decides for each post whether it is new, has changed or is here already, and has it
 * kept.
 */
@Component
class PostWriter {

	private final Ledger ledger;

	private final Keeping keeping;

	PostWriter(Ledger ledger, Keeping keeping) {
		this.ledger = ledger;
		this.keeping = keeping;
	}

	/**
	 * Writes a part of a file.
	 * @param entries posts, and what is no post
	 * @param desk the import
	 * @return what was not understood of them
	 */
	Flux<ImportLine> write(List<Entry> entries, Desk desk) {
		List<ImportLine> lines = new ArrayList<>();
		List<Copy> copies = new ArrayList<>();
		for (Entry entry : entries) {
			switch (entry) {
				case Entry.Passed passed ->
					lines.add(new NotUnderstood(passed.line(), Words.ofHtml(passed.what(), 300), passed.why()));
				case Entry.Post post -> copy(post, desk, copies, lines);
				default -> throw new IllegalArgumentException("Neither a post nor passed over");
			}
		}
		return Flux.fromIterable(lines)
			.concatWith(Flux.defer(() -> judged(copies, desk)))
			.doOnNext((line) -> desk.tally().add(Tally.Of.NOT_UNDERSTOOD, 1));
	}

	private static void copy(Entry.Post entry, Desk desk, List<Copy> copies, List<ImportLine> lines) {
		String refused = desk.refuses(entry.post());
		if (refused.isEmpty()) {
			copies.add(Copy.of(desk.survey().resolved(entry.post()), desk));
		}
		else {
			desk.tally().add(Tally.Of.FAILED, 1);
			lines.add(new NotUnderstood(entry.post().line(), Words.ofHtml(entry.post().title(), 300), refused));
		}
	}

	private Flux<ImportLine> judged(List<Copy> copies, Desk desk) {
		return this.ledger.find(desk.edition().slug(), copies.stream().map((copy) -> copy.post().id()).toList())
			.publishOn(Schedulers.boundedElastic())
			.flatMapMany((known) -> write(copies, known, desk));
	}

	private Flux<ImportLine> write(List<Copy> copies, Map<String, Line> known, Desk desk) {
		List<Copy> fresh = copies.stream().filter((copy) -> !known.containsKey(copy.post().id())).toList();
		List<Copy> again = copies.stream()
			.filter((copy) -> known.containsKey(copy.post().id()) && !here(copy, known))
			.toList();
		desk.tally().add(Tally.Of.UNCHANGED, copies.size() - fresh.size() - again.size());
		Flux<ImportLine> doubts = Flux.concat(Flux.fromIterable(fresh), Flux.fromIterable(again))
			.concatMapIterable((copy) -> List.<ImportLine>copyOf(copy.doubts().toList()));
		return doubts.concatWith(desk.dryRun() ? tried(fresh, again, desk) : kept(fresh, again, known, desk));
	}

	private static boolean here(Copy copy, Map<String, Line> known) {
		Line line = known.get(copy.post().id());
		return line != null && line.complete() && line.fingerprint().equals(copy.fingerprint());
	}

	private static Mono<ImportLine> tried(List<Copy> fresh, List<Copy> again, Desk desk) {
		return Mono.fromRunnable(() -> {
			desk.tally().add(Tally.Of.CREATED, fresh.size());
			desk.tally().add(Tally.Of.UPDATED, again.size());
			desk.tally().add(Tally.Of.DRAFTS, fresh.stream().filter((copy) -> !copy.post().published()).count());
		});
	}

	private Flux<ImportLine> kept(List<Copy> fresh, List<Copy> again, Map<String, Line> known, Desk desk) {
		Flux<ImportLine> renewed = Flux.fromIterable(again).concatMap((copy) -> {
			Line line = known.get(copy.post().id());
			return (line != null) ? this.keeping.renew(copy, line, desk) : Flux.<ImportLine>empty();
		});
		return this.keeping.add(fresh, desk).concatWith(renewed);
	}

}
