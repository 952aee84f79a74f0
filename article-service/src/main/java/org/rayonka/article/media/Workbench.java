package org.rayonka.article.media;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;

import org.rayonka.article.MediaRefused;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where pictures are worked on: two at once, so that the heap suffices for the largest,
 * and only so many waiting.
 */
@Component
class Workbench implements DisposableBean {

	private static final int AT_ONCE = 2;

	private static final int WAITING_EACH = 100;

	private final Scheduler hands = Schedulers.newBoundedElastic(AT_ONCE, WAITING_EACH, "workbench");

	/**
	 * Does work that blocks when its turn comes.
	 * @param <T> of the result
	 * @param work what is to be done
	 * @return what came of it; fails with 503 when too much is waiting
	 */
	<T> Mono<T> run(Callable<T> work) {
		return Mono.fromCallable(work)
			.subscribeOn(this.hands)
			.onErrorMap(RejectedExecutionException.class, (ex) -> MediaRefused.busy());
	}

	@Override
	public void destroy() {
		this.hands.dispose();
	}

}
