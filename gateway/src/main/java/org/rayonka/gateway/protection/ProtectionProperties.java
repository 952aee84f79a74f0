package org.rayonka.gateway.protection;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway trusts.
 *
 * @param trustedProxies networks (CIDR) of proxies in front of the gateway, whose
 * {@code X-Forwarded-For} is believed; none by default
 */
@ConfigurationProperties("rayonka.protection")
record ProtectionProperties(@DefaultValue List<String> trustedProxies) {
}
