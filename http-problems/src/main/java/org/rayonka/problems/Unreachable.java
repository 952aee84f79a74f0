package org.rayonka.problems;

import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Knows the exceptions by which drivers say that a database, Redis, Kafka or the issuer
 * of tokens is away or too slow. They are known by name, so that a service need not have
 * all of them on its class path.
 */
public final class Unreachable {

	private static final int MAX_CAUSES = 10;

	private static final Set<String> NAMES = Set.of("org.springframework.dao.DataAccessResourceFailureException",
			"org.springframework.dao.TransientDataAccessException",
			"org.springframework.transaction.CannotCreateTransactionException", "io.r2dbc.spi.R2dbcTransientException",
			"io.r2dbc.spi.R2dbcNonTransientResourceException", "io.r2dbc.spi.R2dbcTimeoutException",
			"io.lettuce.core.RedisException", "org.apache.kafka.common.errors.RetriableException",
			"org.springframework.security.authentication.AuthenticationServiceException",
			"org.springframework.web.reactive.function.client.WebClientRequestException",
			ConnectException.class.getName(), ClosedChannelException.class.getName(), TimeoutException.class.getName(),
			RejectedExecutionException.class.getName());

	private Unreachable() {
	}

	/**
	 * Whether something that is away or too slow has caused a failure.
	 * @param failure any
	 * @return true when the failure, or what caused it, says so
	 */
	public static boolean isBehind(Throwable failure) {
		@Nullable Throwable cause = failure;
		for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
			if (saysSo(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean saysSo(Throwable cause) {
		for (@Nullable
		Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
			if (NAMES.contains(type.getName())) {
				return true;
			}
		}
		return false;
	}

}
