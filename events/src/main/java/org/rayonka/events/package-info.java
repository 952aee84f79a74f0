/**
 * What services tell each other through Kafka: absolute state with a revision, never
 * deltas, so that reading an event twice or late changes nothing.
 */
@NullMarked
package org.rayonka.events;

import org.jspecify.annotations.NullMarked;
