/**
 * People: who they are, which roles they have, and whether the password is theirs.
 */
@NullMarked
package org.rayonka.identity.account;

import org.jspecify.annotations.NullMarked;
