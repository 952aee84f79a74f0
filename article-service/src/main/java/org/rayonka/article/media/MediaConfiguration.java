package org.rayonka.article.media;

import java.nio.file.Path;
import java.util.List;

import org.rayonka.article.darkroom.Darkroom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the darkroom where the files lie: a container lets programs run from there, but
 * rarely from its temporary folder.
 */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

	@Bean
	Darkroom darkroom(MediaProperties properties) {
		return new Darkroom(List.of(properties.folder().resolve("programs"),
				Path.of(System.getProperty("java.io.tmpdir"), "rayonka-programs")));
	}

}
