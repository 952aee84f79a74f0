package org.rayonka.comment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Overhears what the driver sends to the database.
 */
final class Statements {

	private static final Logger QUERIES = (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");

	private Statements() {
	}

	/** What is sent while something is done, without what the service does by itself. */
	static List<String> during(Supplier<?> work) {
		List<String> heard = new CopyOnWriteArrayList<>();
		AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
			@Override
			protected void append(ILoggingEvent event) {
				heard.add(event.getFormattedMessage());
			}
		};
		appender.start();
		Level before = QUERIES.getLevel();
		QUERIES.setAdditive(false);
		QUERIES.addAppender(appender);
		QUERIES.setLevel(Level.DEBUG);
		try {
			var _ = work.get();
		}
		finally {
			QUERIES.setLevel(before);
			QUERIES.detachAppender(appender);
			QUERIES.setAdditive(true);
		}
		return heard.stream().filter((statement) -> statement.contains("$1") && !statement.contains("outbox")).toList();
	}

}
