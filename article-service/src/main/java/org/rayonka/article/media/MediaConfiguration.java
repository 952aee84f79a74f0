package org.rayonka.article.media;

import java.nio.file.Path;
import java.util.List;

import org.rayonka.article.darkroom.Darkroom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the store, and the darkroom beside it: a container lets programs run from where
 * files lie, but rarely from its temporary folder.
 */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

	@Bean
	MediaStore mediaStore(MediaProperties properties, Workplaces workplaces) {
		S3 s3 = properties.s3();
		return s3.bucket().isEmpty() ? new MediaFolder(properties.folder()) : new MediaBucket(s3.client(), s3.bucket(),
				new LocalCopies(properties.folder(), s3.copies().toBytes()), workplaces);
	}

	@Bean
	Darkroom darkroom(MediaProperties properties) {
		return new Darkroom(List.of(properties.folder().resolve("programs"),
				Path.of(System.getProperty("java.io.tmpdir"), "rayonka-programs")));
	}

}
