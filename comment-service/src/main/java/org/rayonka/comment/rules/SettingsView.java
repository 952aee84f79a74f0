package org.rayonka.comment.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.rayonka.comment.discussion.EditionRules;

/**
 * Settings as moderators see them.
 *
 * @param edition the edition's slug
 * @param open whether comments are taken at all
 * @param guests whether they are taken from readers who are not signed in
 * @param closeAfterDays days after which a discussion closes, 0 for never
 * @param newcomerComments published comments after which an account is no newcomer
 * @param maxLinks more links than these have to be looked at
 * @param checker off, hold, or pass
 * @param restrictedWords what the edition does not want to read
 * @param revision grows with every change, 0 while nothing is settled
 * @param changedAt when it was last changed, null while nothing is settled
 * @param changedBy id of who changed it, null while nothing is settled
 */
record SettingsView(String edition, boolean open, boolean guests, int closeAfterDays, int newcomerComments,
		int maxLinks, String checker, List<String> restrictedWords, long revision, @Nullable Instant changedAt,
		@Nullable String changedBy) {

	static SettingsView of(Settings settings) {
		EditionRules rules = settings.rules();
		Settings.@Nullable Change changed = settings.changed();
		return new SettingsView(settings.edition(), rules.open(), rules.guests(), rules.closeAfterDays(),
				rules.newcomerComments(), rules.maxLinks(), rules.checker().name().toLowerCase(Locale.ROOT),
				settings.restrictedWords(), settings.revision(), (changed != null) ? changed.at() : null,
				(changed != null) ? changed.by() : null);
	}

}
