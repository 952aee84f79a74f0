package org.rayonka.identity.key;

import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The signing keys in PostgreSQL, with their private halves: who reads this table can
 * sign.
 */
@Repository
class KeyTable {

	private final JdbcClient jdbc;

	KeyTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The keys that are not retired: first the one that signs now, then older ones, then
	 * those that are shown already and will sign later.
	 */
	List<JWK> inUse(Instant now) {
		return this.jdbc.sql("""
				select jwk from signing_key where retired_at is null
				order by signs_from > :now, signs_from desc, kid limit 16""")
			.param("now", utc(now))
			.query((row, number) -> parsed(row.getString("jwk")))
			.list();
	}

	void add(JWK key, Instant signsFrom) {
		this.jdbc.sql("insert into signing_key (kid, jwk, created_at, signs_from) values (?, ?, current_timestamp, ?)")
			.params(key.getKeyID(), key.toJSONString(), utc(signsFrom))
			.update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static JWK parsed(String json) {
		try {
			return JWK.parse(json);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("Not a key in table signing_key", ex);
		}
	}

}
