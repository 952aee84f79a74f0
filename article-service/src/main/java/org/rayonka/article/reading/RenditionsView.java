package org.rayonka.article.reading;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.rayonka.article.PublicAddress;
import org.rayonka.article.darkroom.PictureSize;
import org.rayonka.article.darkroom.PrintSizes;
import org.rayonka.article.media.Picture;

/**
 * The sizes in which a picture can be had: a rule rather than a list of addresses, since
 * a page of the change log shows hundreds of pictures.
 *
 * @param template an address for every width and format (RFC 6570)
 * @param widths in pixels, ascending; heights are in proportion, rounded
 * @param formats the smallest files first
 */
public record RenditionsView(
		@Schema(description = "RFC 6570; put in one of the widths and one of the formats",
				example = "https://paper.example/media/0f…-{width}.{format}") String template,
		@Schema(description = "In pixels, ascending, none wider than the picture. "
				+ "The height is width × picture height ÷ picture width, rounded",
				example = "[320,480,640,768,960,1200]") List<Integer> widths,
		@Schema(example = "[\"webp\",\"jpg\"]") List<String> formats) {

	private static final List<String> FORMATS = List.of("webp", "jpg");

	static RenditionsView of(Picture picture, PublicAddress site) {
		String path = picture.path();
		return new RenditionsView(site.url(path.substring(0, path.lastIndexOf('.'))) + "-{width}.{format}",
				PrintSizes.of(new PictureSize(picture.width(), picture.height())), FORMATS);
	}

}
