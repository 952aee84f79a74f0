package org.rayonka.article.importing;

import java.util.List;

import org.rayonka.article.importing.Ledger.Line;
import org.rayonka.article.moved.OldAddresses;
import org.rayonka.article.writing.Takeover;
import org.rayonka.article.writing.Takeover.Kept;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps posts as articles: the article, the ledger's line and the old addresses are there
 * together or not at all.
 */
@Component
class Keeping {

	private static final int PICTURES_AT_ONCE = 4;

	private final Takeover takeover;

	private final Ledger ledger;

	private final OldAddresses addresses;

	private final Composing composing;

	private final Transactions transactions;

	Keeping(Takeover takeover, Ledger ledger, OldAddresses addresses, Composing composing, Transactions transactions) {
		this.takeover = takeover;
		this.ledger = ledger;
		this.addresses = addresses;
		this.composing = composing;
		this.transactions = transactions;
	}

	/**
	 * Keeps new posts together; where one cannot be kept, each for itself.
	 * @param fresh none of which was taken over before
	 * @param desk the import
	 * @return what could not be had or kept
	 */
	Flux<ImportLine> add(List<Copy> fresh, Desk desk) {
		return composed(fresh, desk).collectList()
			.flatMapMany((set) -> addAll(set, desk)
				.onErrorResume(DataIntegrityViolationException.class, (ex) -> addEach(set, desk))
				.concatWith(lost(set)));
	}

	private Flux<Composition> composed(List<Copy> copies, Desk desk) {
		return Flux.fromIterable(copies)
			.flatMapSequential((copy) -> this.composing.compose(copy, desk), PICTURES_AT_ONCE, 1);
	}

	private Flux<ImportLine> addAll(List<Composition> set, Desk desk) {
		List<Takeover.OldArticle> old = set.stream().map(Composition::article).toList();
		Mono<Long> work = this.takeover.add(old, desk.caller())
			.flatMap((kept) -> Flux.range(0, kept.size())
				.concatMap((number) -> record(set.get(number), kept.get(number), desk))
				.reduce(0L, Long::sum));
		return this.transactions.withRubrics(desk, work)
			.doOnNext((redirects) -> count(set, redirects, desk))
			.thenMany(Flux.empty());
	}

	private Mono<Long> record(Composition composition, Kept kept, Desk desk) {
		Copy copy = composition.copy();
		Line line = new Line(copy.post().id(), kept, copy.fingerprint(), composition.complete());
		return this.ledger.add(desk.edition().slug(), line)
			.then(this.addresses.remember(desk.edition().slug(), kept.id(), copy.post().addresses()));
	}

	private static void count(List<Composition> set, long redirects, Desk desk) {
		desk.tally().add(Tally.Of.CREATED, set.size());
		desk.tally().add(Tally.Of.REDIRECTS, redirects);
		desk.tally().add(Tally.Of.DRAFTS, set.stream().filter((one) -> one.article().publishedAt() == null).count());
		set.forEach((one) -> one.count(desk.tally()));
	}

	private Flux<ImportLine> addEach(List<Composition> set, Desk desk) {
		return Flux.fromIterable(set)
			.concatMap((one) -> addAll(List.of(one), desk).onErrorResume(DataIntegrityViolationException.class,
					(ex) -> Flux.just(refused(one, desk))));
	}

	private static ImportLine refused(Composition one, Desk desk) {
		desk.tally().add(Tally.Of.FAILED, 1);
		return one.copy().doubt("it could not be kept");
	}

	/**
	 * Keeps what an old site has changed, unless somebody has changed it here.
	 * @param copy the post as it is now
	 * @param line what is known of it
	 * @param desk the import
	 * @return what could not be had or kept
	 */
	Flux<ImportLine> renew(Copy copy, Line line, Desk desk) {
		return this.composing.compose(copy, desk).flatMapMany((composition) -> {
			if (!composition.complete() && line.fingerprint().equals(copy.fingerprint())) {
				desk.tally().add(Tally.Of.UNCHANGED, 1);
				return lost(List.of(composition));
			}
			return renew(composition, line, desk).concatWith(lost(List.of(composition)));
		});
	}

	private Flux<ImportLine> renew(Composition composition, Line line, Desk desk) {
		Mono<Kept> work = this.takeover.renew(line.kept(), composition.article(), desk.caller())
			.flatMap((kept) -> this.ledger
				.replace(desk.edition().slug(),
						new Line(line.source(), kept, composition.copy().fingerprint(), composition.complete()))
				.thenReturn(kept));
		return this.transactions.withRubrics(desk, work)
			.doOnNext((kept) -> composition.count(desk.tally()))
			.hasElement()
			.doOnNext((renewed) -> desk.tally().add(renewed ? Tally.Of.UPDATED : Tally.Of.EDITED, 1))
			.thenMany(Flux.<ImportLine>empty())
			.onErrorResume(DataIntegrityViolationException.class, (ex) -> Flux.just(refused(composition, desk)));
	}

	private static Flux<ImportLine> lost(List<Composition> set) {
		return Flux.fromIterable(set).concatMapIterable(Composition::lost);
	}

}
