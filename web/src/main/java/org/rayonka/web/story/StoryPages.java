package org.rayonka.web.story;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.rayonka.web.article.Article;
import org.rayonka.web.comment.Comments;
import org.rayonka.web.engagement.Engagement;
import org.rayonka.web.page.Parts;
import org.rayonka.web.page.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts the page of an article together, with whatever services are there.
 */
@Component
class StoryPages {

	private static final Set<String> NOTICES = Set.of("liked", "unliked", "like-away", "pending", "published");

	private final Parts parts;

	private final Engagement engagement;

	private final Comments comments;

	private final Surroundings surroundings;

	private final StoryHeads heads;

	StoryPages(Parts parts, Engagement engagement, Comments comments, Surroundings surroundings, StoryHeads heads) {
		this.parts = parts;
		this.engagement = engagement;
		this.comments = comments;
		this.surroundings = surroundings;
		this.heads = heads;
	}

	/**
	 * Shows an article.
	 * @param visit who looks at it
	 * @param story what is shown
	 * @param draft what stands in the comment form
	 * @param status of the answer
	 * @return the page, however many services are away
	 */
	Mono<ResponseEntity<byte[]>> show(Visit visit, Story story, Draft draft, HttpStatus status) {
		Article article = story.article();
		return Mono
			.zip(this.parts.of("counts", this.engagement.counts(article.id())),
					this.parts.of("comments",
							this.comments.discussion(article.id(), visit.asked("comments"),
									Draft.idOf(visit.asked("thread")))),
					this.surroundings.of(article))
			.map((told) -> new StoryPage(this.heads.shell(visit, story), story, told.getT1(), told.getT2(),
					told.getT3().rail(), told.getT3().neighbours(), draft, noticeOf(visit)))
			.map((page) -> this.heads.render(status, "story.jte", page));
	}

	private static @Nullable String noticeOf(Visit visit) {
		String said = visit.asked("said");
		return (said != null && NOTICES.contains(said)) ? said : null;
	}

}
