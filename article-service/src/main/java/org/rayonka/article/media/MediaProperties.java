package org.rayonka.article.media;

import java.nio.file.Path;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where files lie and how large they may be.
 *
 * @param folder the folder, made when the first file comes
 * @param maxSize bound of one file
 * @param maxPixels bound of one picture, so that nobody who decodes it runs out of memory
 * @param s3 where files lie for good instead of the folder
 */
@Validated
@ConfigurationProperties("rayonka.media")
record MediaProperties(@DefaultValue("data/media") Path folder, @DefaultValue("20MB") DataSize maxSize,
		@Positive @DefaultValue("40000000") long maxPixels, @DefaultValue S3 s3) {
}
