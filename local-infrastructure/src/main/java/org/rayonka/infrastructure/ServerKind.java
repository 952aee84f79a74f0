package org.rayonka.infrastructure;

/**
 * The servers there are.
 */
public enum ServerKind {

	/** The database server. */
	POSTGRESQL,

	/** The store of counters, lists and sessions. */
	REDIS,

	/** The broker of events. */
	KAFKA

}
