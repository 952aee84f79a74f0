package org.rayonka.identity;

/**
 * What a feature must find in the database before the service is ready. All run in one
 * transaction that only one instance at a time is in; running one again changes nothing.
 */
public interface Preparation {

	/**
	 * Puts into the database what is missing there.
	 */
	void prepare();

}
