package org.rayonka.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.channel.ChannelException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/**
 * Tells a service that is away or too slow from everything else that can go wrong. An
 * answer of a service, whatever its status, is no failure of the service: 503 from it
 * says more than the gateway could.
 */
final class ServiceFailure {

	private ServiceFailure() {
	}

	static boolean is(Throwable failure) {
		return switch (failure) {
			case CallNotPermittedException open -> true;
			case ResponseStatusException late -> late.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
			case PoolAcquireTimeoutException busy -> true;
			case PoolAcquirePendingLimitException busy -> true;
			case TimeoutException late -> true;
			case ReadTimeoutException silent -> true;
			case ChannelException broken -> true;
			case IOException broken -> true;
			default -> false;
		};
	}

	/**
	 * Whether the service has surely not begun to answer, so that a GET may be sent
	 * again.
	 */
	static boolean isLostConnection(Throwable failure) {
		return failure instanceof ConnectException
				|| (failure instanceof IOException && !(failure.getCause() instanceof TimeoutException));
	}

}
