package org.rayonka.article.importing;

import org.rayonka.article.importing.fetch.OldSites;
import org.rayonka.article.media.Uploads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires what imports need beside their own parts.
 */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

	@Bean
	OldSites oldSites(Uploads uploads, ImportProperties properties) {
		return new OldSites(uploads, properties.pictureTimeout(), properties.privateAddresses());
	}

}
