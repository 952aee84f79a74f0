package org.rayonka.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.rayonka.events.ViewRecorded;
import org.rayonka.events.ViewRecorded.Client;
import org.rayonka.events.ViewRecorded.Verdict;

/**
 * Who read what when: most soon after it appeared, by day rather than by night, and a few
 * articles far more than the rest. The same articles and the same time give the same
 * plan.
 */
final class ViewPlan {

	private static final Comparator<ViewRecorded> BY_TIME = Comparator.comparing(ViewRecorded::at)
		.thenComparing(ViewRecorded::article)
		.thenComparing(ViewRecorded::visitor);

	/** Views of an article of the highest interest, in the long run. */
	private static final double MOST = 880;

	private static final double SPREAD = 0.45;

	/** How the interest fades: most of it within days, some of it within weeks. */
	private static final double QUICK_SHARE = 0.75;

	private static final double QUICK_HOURS = 22;

	private static final double SLOW_HOURS = 170;

	/** How lively each hour of the day is, from midnight, by the edition's clock. */
	private static final int[] HOURS = { 9, 4, 3, 2, 3, 8, 22, 48, 62, 58, 55, 57, 66, 64, 52, 48, 52, 62, 78, 92, 100,
			88, 54, 24 };

	private static final String BROWSER = "mozilla/5.0 (linux; android 14; k) applewebkit/537.36 (khtml, like gecko) "
			+ "chrome/141.0.0.0 mobile safari/537.36";

	private final PublishedStory story;

	private final double age;

	private final DemoVisitors visitors;

	private final SplittableRandom random;

	private ViewPlan(PublishedStory story, Instant now) {
		this.story = story;
		this.age = Math.max(0, Duration.between(story.publishedAt(), now).toMillis() / 3_600_000.0);
		this.visitors = new DemoVisitors(story.paper().slug(), story.zone());
		this.random = story.random("views");
	}

	/**
	 * Plans the views of all.
	 * @return in the order of time, none before its article or after now
	 */
	static List<ViewRecorded> of(List<PublishedStory> stories, Instant now) {
		return stories.stream().flatMap((story) -> new ViewPlan(story, now).views(now)).sorted(BY_TIME).toList();
	}

	private Stream<ViewRecorded> views(Instant now) {
		double inTheEnd = MOST * Math.pow(story.interest() / 9.0, 3) * Math.exp(SPREAD * random.nextGaussian());
		double share = QUICK_SHARE * reached(QUICK_HOURS) + (1 - QUICK_SHARE) * reached(SLOW_HOURS);
		long count = Math.round(inTheEnd * share);
		List<ViewRecorded> views = new ArrayList<>();
		for (long n = 0; n < count; n++) {
			ViewRecorded view = view(time());
			views.add(view);
			if (view.verdict() == Verdict.READER && random.nextInt(100) < 6) {
				views.add(again(view));
			}
		}
		return views.stream().filter((view) -> view.at().isBefore(now));
	}

	private double reached(double halfWay) {
		return 1 - Math.exp(-age / halfWay);
	}

	private Instant time() {
		while (true) {
			double hours = (random.nextDouble() < QUICK_SHARE) ? QUICK_HOURS : SLOW_HOURS;
			double after = -hours * Math.log(1 - random.nextDouble() * reached(hours));
			Instant time = story.publishedAt().plusMillis(1 + (long) (after * 3_600_000));
			if (random.nextInt(100) < HOURS[time.atZone(story.zone()).getHour()]) {
				return time;
			}
		}
	}

	private ViewRecorded view(Instant time) {
		int chance = random.nextInt(1000);
		if (chance < 45) {
			return view(time, visitors.crawler(random), Verdict.CRAWLER);
		}
		Verdict verdict = (chance < 60) ? Verdict.AUTOMATED : (chance < 72) ? Verdict.PREFETCH : Verdict.READER;
		return view(time, visitors.reader(random, time), verdict);
	}

	/** The same reader comes back to the page within minutes, which is not counted. */
	private ViewRecorded again(ViewRecorded first) {
		return view(first.at().plusSeconds(random.nextInt(20, 900)), first.visitor(), Verdict.READER);
	}

	private static Client client(Verdict verdict) {
		return switch (verdict) {
			case READER -> new Client(BROWSER, false, false);
			case PREFETCH -> new Client(BROWSER, true, false);
			case CRAWLER ->
				new Client("mozilla/5.0 (compatible; yandexbot/3.0; +http://yandex.com/bots)", false, false);
			case AUTOMATED -> new Client("python-requests/2.32.3", false, false);
		};
	}

	private ViewRecorded view(Instant time, String visitor, Verdict verdict) {
		return new ViewRecorded(story.id(), time, story.paper().slug(), visitor, verdict, client(verdict));
	}

}
