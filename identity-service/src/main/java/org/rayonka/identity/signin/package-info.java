/**
 * The pages by which people sign in.
 */
@NullMarked
package org.rayonka.identity.signin;

import org.jspecify.annotations.NullMarked;
