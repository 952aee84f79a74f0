package org.rayonka.web.front;

import java.time.LocalDate;
import java.util.List;

import org.rayonka.web.article.ArticleList;
import org.rayonka.web.article.Edition;
import org.rayonka.web.author.Author;
import org.rayonka.web.front.Editorials.Desk;
import org.rayonka.web.memory.Recalled;
import org.rayonka.web.page.Head;
import org.rayonka.web.page.Messages;
import org.rayonka.web.page.Pages;
import org.rayonka.web.page.Shell;
import org.rayonka.web.page.Visit;
import org.rayonka.web.rail.Rail;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Renders the pages of an edition.
 */
@Component
class EditionPages {

	private final Pages pages;

	EditionPages(Pages pages) {
		this.pages = pages;
	}

	ResponseEntity<byte[]> front(Visit visit, Desk desk, EditionFront front) {
		Edition edition = desk.edition();
		Shell shell = shell(visit, desk, edition.name(), edition.path());
		return this.pages.render(HttpStatus.OK, "edition.jte", EditionPage.of(shell, edition, front));
	}

	ResponseEntity<byte[]> list(Visit visit, Desk desk, String title, String path, Recalled<ArticleList> list,
			Rail rail) {
		Edition edition = desk.edition();
		Shell shell = shell(visit, desk, title + " — " + edition.name(), path);
		return this.pages.render(HttpStatus.OK, "list.jte", new ListPage(shell, edition, title, path,
				list.value().items(), rail, visit.asked("cursor") != null, list.value().next(), list.fresh()));
	}

	ResponseEntity<byte[]> imprint(Visit visit, Desk desk, List<Author> authors) {
		Edition edition = desk.edition();
		String title = visit.language().messages().text("imprint.title");
		Shell shell = shell(visit, desk, title + " — " + edition.name(), edition.path() + "imprint");
		return this.pages.render(HttpStatus.OK, "imprint.jte", new ImprintPage(shell, edition, authors));
	}

	ResponseEntity<byte[]> archive(Visit visit, Desk desk, LocalDate day, LocalDate today, Recalled<ArticleList> list) {
		Edition edition = desk.edition();
		Shell shell = shell(visit, desk, visit.language().messages().day(day) + " — " + edition.name(),
				ArchivePage.path(edition, day), !list.value().items().isEmpty());
		return this.pages.render(HttpStatus.OK, "archive.jte",
				new ArchivePage(shell, edition, day, today, list.value().items(), list.fresh()));
	}

	private Shell shell(Visit visit, Desk desk, String title, String path) {
		return shell(visit, desk, title, path, visit.asked("cursor") == null);
	}

	private Shell shell(Visit visit, Desk desk, String title, String path, boolean indexed) {
		Messages t = visit.language().messages();
		Edition edition = desk.edition();
		String description = t.text("edition.description", edition.name(),
				(edition.region() != null) ? edition.region() : "");
		Head head = Head.of(title, description, path);
		return this.pages.shell(visit, indexed ? head : head.hidden(), desk.editions(), edition);
	}

}
