package org.rayonka.gateway.edgecache;

/**
 * How a request for what may be kept was answered.
 */
enum Served {

	/** From memory, fresh. */
	FROM_MEMORY,

	/** From memory, while another request fetches a new answer. */
	WHILE_RENEWED,

	/** With an older answer, since the new one failed or let wait. */
	INSTEAD,

	/** By its service. */
	FETCHED

}
