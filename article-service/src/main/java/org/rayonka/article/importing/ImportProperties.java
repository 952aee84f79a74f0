package org.rayonka.article.importing;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much an import may take, and from where it may fetch.
 *
 * @param maxSize bound of one file
 * @param batch articles that are written in one transaction
 * @param privateAddresses whether pictures may come from addresses that are not public
 * @param pictureTimeout how long one picture is waited for
 */
@Validated
@ConfigurationProperties("rayonka.import")
record ImportProperties(@DefaultValue("4GB") DataSize maxSize, @Positive @DefaultValue("25") int batch,
		@DefaultValue("false") boolean privateAddresses, @DefaultValue("20s") Duration pictureTimeout) {
}
