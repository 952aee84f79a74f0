package org.rayonka.outbox;

/**
 * How much waits in the outbox.
 *
 * @param pending committed rows not yet acknowledged by Kafka
 * @param oldestAge seconds that the oldest of them has been waiting, 0 when there is none
 */
record OutboxSample(double pending, double oldestAge) {

	static final OutboxSample UNKNOWN = new OutboxSample(Double.NaN, Double.NaN);

}
