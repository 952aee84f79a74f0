package org.rayonka.gateway.protection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The address of whoever sent a request: the peer of the connection, or, behind trusted
 * proxies, the last address in {@code X-Forwarded-For} that is not one of them.
 */
@Component
public class ClientAddress {

	private static final String UNKNOWN = "unknown";

	private static final String FORWARDED_FOR = "X-Forwarded-For";

	private final List<IpSubnetFilterRule> trusted;

	ClientAddress(ProtectionProperties properties) {
		this.trusted = properties.trustedProxies().stream().map(ClientAddress::network).toList();
	}

	/**
	 * Finds the address of the sender.
	 * @param exchange the request
	 * @return an IP address in text form, or "unknown"
	 */
	public String of(ServerWebExchange exchange) {
		@Nullable InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
		if (peer == null || peer.getAddress() == null) {
			return UNKNOWN;
		}
		if (this.trusted.isEmpty() || !isTrusted(peer.getAddress())) {
			return peer.getAddress().getHostAddress();
		}
		return beforeProxies(exchange, peer.getAddress().getHostAddress());
	}

	private String beforeProxies(ServerWebExchange exchange, String peer) {
		List<String> hops = exchange.getRequest()
			.getHeaders()
			.getOrEmpty(FORWARDED_FOR)
			.stream()
			.flatMap((value) -> List.of(value.split(",", -1)).stream())
			.map(String::strip)
			.toList();
		for (String hop : hops.reversed()) {
			@Nullable InetAddress address = NetUtil.createInetAddressFromIpAddressString(hop);
			if (address == null) {
				return peer;
			}
			if (!isTrusted(address)) {
				return address.getHostAddress();
			}
		}
		return peer;
	}

	private boolean isTrusted(InetAddress address) {
		InetSocketAddress socket = new InetSocketAddress(address, 0);
		return this.trusted.stream().anyMatch((network) -> network.matches(socket));
	}

	private static IpSubnetFilterRule network(String cidr) {
		int slash = cidr.indexOf('/');
		if (slash < 0) {
			return new IpSubnetFilterRule(cidr, cidr.contains(":") ? 128 : 32, IpFilterRuleType.ACCEPT);
		}
		return new IpSubnetFilterRule(cidr.substring(0, slash), Integer.parseInt(cidr.substring(slash + 1)),
				IpFilterRuleType.ACCEPT);
	}

}
