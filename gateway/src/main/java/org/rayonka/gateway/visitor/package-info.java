/**
 * Anonymous readers who like, vote and comment, known by a signed cookie alone.
 */
@NullMarked
package org.rayonka.gateway.visitor;

import org.jspecify.annotations.NullMarked;
