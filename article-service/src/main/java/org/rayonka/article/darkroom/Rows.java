package org.rayonka.article.darkroom;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.SampleModel;

import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadUpdateListener;

/**
 * Where ImageIO unfolds a picture of any size: an image whose rows all lie in the same
 * memory, and each is passed on before the next one overwrites it.
 */
final class Rows implements IIOReadUpdateListener {

	private final Reduction reduction;

	private final BufferedImage image;

	private final BufferedImage row;

	private final boolean plain;

	private final Paper paper;

	Rows(ImageTypeSpecifier type, PictureSize size, Reduction reduction) {
		this.reduction = reduction;
		SampleModel one = type.getSampleModel(size.width(), 1);
		DataBuffer memory = one.createDataBuffer();
		ComponentSampleModel pixels = (ComponentSampleModel) one;
		SampleModel same = new ComponentSampleModel(pixels.getDataType(), size.width(), size.height(),
				pixels.getPixelStride(), 0, pixels.getBandOffsets());
		this.image = image(type, same, memory);
		this.row = image(type, one, memory);
		this.plain = this.row.getType() == BufferedImage.TYPE_3BYTE_BGR;
		this.paper = new Paper(size.width());
	}

	private static BufferedImage image(ImageTypeSpecifier type, SampleModel model, DataBuffer memory) {
		return new BufferedImage(type.getColorModel(), Raster.createWritableRaster(model, memory, null),
				type.getColorModel().isAlphaPremultiplied(), null);
	}

	/** Whether pictures of this type can be taken so. */
	static boolean take(ImageTypeSpecifier type) {
		return type.getSampleModel(1, 1) instanceof ComponentSampleModel;
	}

	BufferedImage image() {
		return this.image;
	}

	@Override
	public void imageUpdate(ImageReader source, BufferedImage image, int x, int y, int width, int height, int periodX,
			int periodY, int[] bands) {
		this.reduction.add(y, this.plain ? ((DataBufferByte) this.row.getRaster().getDataBuffer()).getData()
				: this.paper.bgr(this.row));
	}

	@Override
	public void passStarted(ImageReader source, BufferedImage image, int pass, int firstPass, int lastPass, int x,
			int y, int periodX, int periodY, int[] bands) {
		// a pass begins with its first row, which starts anew
	}

	@Override
	public void passComplete(ImageReader source, BufferedImage image) {
		// nothing waits for it
	}

	@Override
	public void thumbnailPassStarted(ImageReader source, BufferedImage thumbnail, int pass, int firstPass, int lastPass,
			int x, int y, int periodX, int periodY, int[] bands) {
		// thumbnails are not read
	}

	@Override
	public void thumbnailUpdate(ImageReader source, BufferedImage thumbnail, int x, int y, int width, int height,
			int periodX, int periodY, int[] bands) {
		// thumbnails are not read
	}

	@Override
	public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {
		// thumbnails are not read
	}

}
