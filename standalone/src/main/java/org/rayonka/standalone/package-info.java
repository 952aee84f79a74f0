/**
 * The whole platform on one machine: PostgreSQL, Redis, Kafka and every service as
 * processes of their own, supervised.
 */
@NullMarked
package org.rayonka.standalone;

import org.jspecify.annotations.NullMarked;
