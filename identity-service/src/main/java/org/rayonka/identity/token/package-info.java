/**
 * What a token says, how long it is good for, and where it is kept.
 */
@NullMarked
package org.rayonka.identity.token;

import org.jspecify.annotations.NullMarked;
