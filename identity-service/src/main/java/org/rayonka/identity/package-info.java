/**
 * Who may do what: accounts, API clients and the tokens that say so, by the OpenID
 * Connect and OAuth 2 standards.
 */
@NullMarked
package org.rayonka.identity;

import org.jspecify.annotations.NullMarked;
