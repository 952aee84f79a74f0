/**
 * Who people are: sign-in by OIDC, sessions in Redis, and the token that services are
 * shown.
 */
@NullMarked
package org.rayonka.gateway.signin;

import org.jspecify.annotations.NullMarked;
