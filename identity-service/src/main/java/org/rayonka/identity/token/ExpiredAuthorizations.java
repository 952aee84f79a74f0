package org.rayonka.identity.token;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what has expired in all its parts; an hour later, so that a sign-out still
 * finds the ID token that it names.
 */
@Component
class ExpiredAuthorizations {

	private static final Logger logger = LoggerFactory.getLogger(ExpiredAuthorizations.class);

	private static final int BATCH = 1000;

	private final JdbcClient jdbc;

	ExpiredAuthorizations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Scheduled(initialDelayString = "${rayonka.identity.cleaning:10m}",
			fixedDelayString = "${rayonka.identity.cleaning:10m}")
	void clean() {
		try {
			while (deleteBatch() == BATCH) {
				logger.debug("A full batch: more to delete");
			}
		}
		catch (DataAccessException ex) {
			logger.atWarn().setCause(ex).log("Expired authorizations not deleted, next time again");
		}
	}

	private int deleteBatch() {
		return this.jdbc.sql("""
				delete from oauth2_authorization where id in (
				    select id from oauth2_authorization
				    where greatest(authorization_code_expires_at, access_token_expires_at,
				        oidc_id_token_expires_at, refresh_token_expires_at) < current_timestamp - interval '1 hour'
				    limit ? for update skip locked)""").param(BATCH).update();
	}

}
