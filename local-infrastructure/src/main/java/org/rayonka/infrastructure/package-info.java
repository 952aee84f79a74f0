/**
 * Real PostgreSQL, Redis and Kafka as child processes of this JVM, owned by pid file,
 * their data in a folder that survives.
 */
@NullMarked
package org.rayonka.infrastructure;

import org.jspecify.annotations.NullMarked;
