package org.rayonka.article.importing;

import java.util.List;

import org.rayonka.article.importing.ImportLine.Failed;
import org.rayonka.article.importing.ImportLine.Progress;
import org.rayonka.article.importing.source.Entry;
import org.rayonka.article.importing.source.UnreadableFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The course of an import: the whole file is checked, then its posts are written, then
 * what readers said about them is handed over.
 */
@Service
class Importer {

	private static final Logger log = LoggerFactory.getLogger(Importer.class);

	private static final int PROGRESS = 5000;

	private final PostWriter writer;

	private final TalkSender talk;

	private final int batch;

	Importer(PostWriter writer, TalkSender talk, ImportProperties properties) {
		this.writer = writer;
		this.talk = talk;
		this.batch = properties.batch();
	}

	/**
	 * Imports. Ended early, it leaves whole articles alone; it can be repeated.
	 * @param desk what, from where, for whom
	 * @return what is told of it; the last line is its end
	 */
	Flux<ImportLine> run(Desk desk) {
		return Flux.concat(check(desk), Flux.defer(() -> write(desk)), Flux.defer(() -> hand(desk)), done(desk))
			.onErrorResume(UnreadableFileException.class,
					(ex) -> Flux.just(new Failed(ex.line(), String.valueOf(ex.getMessage()))))
			.onErrorResume((failure) -> Flux.just(interrupted(failure, desk)));
	}

	private static Flux<ImportLine> check(Desk desk) {
		Survey survey = desk.survey();
		return Reading.of(desk.file(), survey::format)
			.doOnNext(survey::add)
			.filter((entry) -> survey.entries() % PROGRESS == 0)
			.map((entry) -> new Progress("checking", survey.entries(), 0));
	}

	private Flux<ImportLine> write(Desk desk) {
		return Reading.of(desk.file(), (format) -> {
		})
			.filter((entry) -> entry instanceof Entry.Post || entry instanceof Entry.Passed)
			.buffer(this.batch)
			.concatMap((entries) -> write(entries, desk), 1);
	}

	private Flux<ImportLine> write(List<Entry> entries, Desk desk) {
		Mono<ImportLine> progress = Mono
			.fromSupplier(() -> new Progress("articles", desk.tally().posts(), desk.survey().posts()));
		return this.writer.write(entries, desk).concatWith(progress);
	}

	private Flux<ImportLine> hand(Desk desk) {
		return (desk.survey().talk() && !desk.dryRun()) ? this.talk.send(desk) : Flux.empty();
	}

	private static Mono<ImportLine> done(Desk desk) {
		return Mono.fromSupplier(() -> {
			ImportLine.Done done = desk.done();
			log.atInfo()
				.addKeyValue("edition", desk.edition().slug())
				.addKeyValue("created", done.created())
				.addKeyValue("updated", done.updated())
				.addKeyValue("failed", done.failed())
				.addKeyValue("dryRun", done.dryRun())
				.log("an import has ended");
			return done;
		});
	}

	private static Failed interrupted(Throwable failure, Desk desk) {
		log.atWarn()
			.addKeyValue("edition", desk.edition().slug())
			.setCause(failure)
			.log("an import ended early; it can be repeated");
		return new Failed(null, "The platform could not go on: what was imported stays, the import can be repeated");
	}

}
