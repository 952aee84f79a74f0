/**
 * The keys that tokens are signed with, kept in PostgreSQL so that instances and restarts
 * agree.
 */
@NullMarked
package org.rayonka.identity.key;

import org.jspecify.annotations.NullMarked;
