package org.rayonka.gateway.protection;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway trusts, and what it puts up with.
 *
 * @param trustedProxies networks (CIDR) of proxies in front of the gateway, whose
 * {@code X-Forwarded-For} is believed; none by default
 * @param stallLimit how long a client may take nothing of what it was sent
 */
@ConfigurationProperties("rayonka.protection")
record ProtectionProperties(@DefaultValue List<String> trustedProxies, @DefaultValue("60s") Duration stallLimit) {
}
