package org.rayonka.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Whom a quota belongs to.
 *
 * @param sort address, person or program
 * @param id what tells it from others of its sort
 */
record Client(Sort sort, String id) {

	enum Sort {

		ADDRESS, PERSON, PROGRAM;

		LimitsProperties.Quotas in(LimitsProperties limits) {
			return switch (this) {
				case ADDRESS -> limits.address();
				case PERSON -> limits.person();
				case PROGRAM -> limits.program();
			};
		}

		/** The name of a quota in header fields. */
		String policy(RequestKind kind) {
			return name().toLowerCase(Locale.ROOT) + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** An IPv6 subscriber owns a whole /64, and may use each of its addresses. */
	static Client at(String address) {
		@Nullable InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
		if (parsed instanceof Inet6Address) {
			return new Client(Sort.ADDRESS, Arrays.toString(Arrays.copyOf(parsed.getAddress(), 8)));
		}
		return new Client(Sort.ADDRESS, address);
	}

}
