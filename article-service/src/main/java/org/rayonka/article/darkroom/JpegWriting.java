package org.rayonka.article.darkroom;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes JPEGs that hold pixels and nothing else.
 */
final class JpegWriting {

	private JpegWriting() {
	}

	static void write(BufferedImage image, float quality, Path to) throws IOException {
		Files.deleteIfExists(to);
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream out = new FileImageOutputStream(to.toFile())) {
			ImageWriteParam how = writer.getDefaultWriteParam();
			how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			how.setCompressionQuality(quality);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), how);
		}
		finally {
			writer.dispose();
		}
	}

}
