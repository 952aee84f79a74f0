package org.rayonka.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills a running platform with three district papers: editions, pictures, articles,
 * likes, comments and thirty days of views.
 */
public final class Demo {

	private Demo() {
	}

	/**
	 * Brings the content in. Loading again, also after a load that was killed half-way,
	 * adds only what is missing: no edition, published article, like, comment or view
	 * comes twice. A kill between writing and publishing an article leaves a draft that
	 * no reader sees. Not for two loads at once; what the newsroom has withdrawn or
	 * headlined anew meanwhile counts as missing.
	 * @param targets where the services are
	 * @param progress is told lines such as {@code articles 57/106}, from several threads
	 * but never two at once
	 * @throws DemoFailedException when a step fails
	 */
	public static void load(DemoTargets targets, Consumer<String> progress) {
		load(targets, progress, Clock.systemUTC());
	}

	static void load(DemoTargets targets, Consumer<String> progress, Clock clock) {
		List<Paper> papers = Papers.all();
		try (Calls calls = Calls.signedIn(targets.identity(), access().client("demo-newsroom"))) {
			Newsroom newsroom = new Newsroom(calls, targets.article(), progress);
			Catalogue catalogue = new Catalogue(calls, targets.article());
			newsroom.open(papers, catalogue);
			Archive archive = catalogue.archive(papers);
			Instant now = archive.loadedAt().orElseGet(clock::instant);
			newsroom.publish(papers, archive, now);
			Archive complete = catalogue.archive(papers);
			newsroom.pin(papers, complete, catalogue);
			List<PublishedStory> stories = complete.stories();
			new Likes(calls, targets.engagement(), progress).give(stories, now);
			new Discussions(calls, targets.comment(), progress).hold(stories);
			new ViewLog(targets.kafkaBootstrap(), progress).record(ViewPlan.of(stories, now));
		}
	}

	/**
	 * The accounts and API clients that go with the content.
	 * @return those of {@code demo-access.json}
	 */
	public static DemoAccess access() {
		return Resources.json("/demo-access.json", DemoAccess.class);
	}

}
