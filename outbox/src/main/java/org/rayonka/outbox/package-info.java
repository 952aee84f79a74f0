/**
 * An event leaves a service exactly when its database change commits: a row in the
 * caller's transaction, and a relay that carries it to Kafka.
 */
@NullMarked
package org.rayonka.outbox;

import org.jspecify.annotations.NullMarked;
