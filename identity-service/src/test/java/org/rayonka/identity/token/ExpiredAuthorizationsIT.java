package org.rayonka.identity.token;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.rayonka.identity.IdentityApplication;
import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = IdentityApplication.class)
@UseLocalInfrastructure(servers = ServerKind.POSTGRESQL, database = "identity")
class ExpiredAuthorizationsIT {

	@Autowired
	private ExpiredAuthorizations expired;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void deletesWhatHasExpiredInAllItsPartsAndNothingElse() {
		String gone = authorization(-2, -2);
		String renewable = authorization(-2, 24);
		String justExpired = authorization(0, 0);
		this.expired.clean();
		assertThat(exists(gone)).isFalse();
		assertThat(exists(renewable)).isTrue();
		assertThat(exists(justExpired)).isTrue();
	}

	private String authorization(int accessExpiresInHours, int refreshExpiresInHours) {
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				insert into oauth2_authorization (id, registered_client_id, principal_name, authorization_grant_type,
				    access_token_expires_at, refresh_token_expires_at) values (?, 'c', 'p', 'g', ?, ?)""")
			.params(id, inHours(accessExpiresInHours), inHours(refreshExpiresInHours))
			.update();
		return id;
	}

	private static OffsetDateTime inHours(int hours) {
		return OffsetDateTime.now(ZoneOffset.UTC).plusHours(hours).minusSeconds(5);
	}

	private boolean exists(String id) {
		return this.jdbc.sql("select count(*) from oauth2_authorization where id = ?")
			.param(id)
			.query(Integer.class)
			.single() == 1;
	}

}
