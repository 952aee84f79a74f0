package org.rayonka.identity.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.rayonka.identity.Preparation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The keys in use, the one that signs first; read again every minute, so that a key added
 * by one instance is soon known to all, and kept while PostgreSQL is away.
 */
@Component
@Order(0)
class SigningKeys implements JWKSource<SecurityContext>, Preparation {

	private static final Logger logger = LoggerFactory.getLogger(SigningKeys.class);

	private static final Duration FRESH = Duration.ofMinutes(1);

	private final KeyTable table;

	private final Clock clock;

	private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.MIN);

	SigningKeys(KeyTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	@Override
	public void prepare() {
		if (this.table.inUse(this.clock.instant()).isEmpty()) {
			JWK key = NewKey.make();
			this.table.add(key, this.clock.instant());
			logger.atInfo().addKeyValue("kid", key.getKeyID()).log("Signing key created");
		}
	}

	@Override
	public List<JWK> get(JWKSelector selector, SecurityContext context) {
		return selector.select(new JWKSet(current()));
	}

	private List<JWK> current() {
		Instant now = this.clock.instant();
		Snapshot known = this.snapshot;
		return now.isBefore(known.freshUntil()) ? known.keys() : read(known, now);
	}

	private List<JWK> read(Snapshot known, Instant now) {
		try {
			List<JWK> keys = this.table.inUse(now);
			this.snapshot = new Snapshot(keys, keys.isEmpty() ? now : now.plus(FRESH));
			return keys;
		}
		catch (DataAccessException ex) {
			if (known.keys().isEmpty()) {
				throw ex;
			}
			logger.atWarn().setCause(ex).log("Signing keys not read, going on with the known ones");
			this.snapshot = new Snapshot(known.keys(), now.plus(FRESH));
			return known.keys();
		}
	}

	private record Snapshot(List<JWK> keys, Instant freshUntil) {
	}

}
