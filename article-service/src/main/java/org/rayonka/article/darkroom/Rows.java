package org.rayonka.article.darkroom;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
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

	private final BufferedImage opaque;

	Rows(ImageTypeSpecifier type, PictureSize size, Reduction reduction) {
		this.reduction = reduction;
		SampleModel one = type.getSampleModel(size.width(), 1);
		DataBuffer memory = one.createDataBuffer();
		ComponentSampleModel pixels = (ComponentSampleModel) one;
		SampleModel same = new PixelInterleavedSampleModel(pixels.getDataType(), size.width(), size.height(),
				pixels.getPixelStride(), 0, pixels.getBandOffsets());
		this.image = image(type, same, memory);
		this.row = image(type, one, memory);
		this.opaque = (this.row.getType() == BufferedImage.TYPE_3BYTE_BGR) ? this.row
				: new BufferedImage(size.width(), 1, BufferedImage.TYPE_3BYTE_BGR);
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
		this.reduction.add(y, bgr(this.row, this.opaque));
	}

	/**
	 * The pixels of a row; what is transparent lies on white paper.
	 */
	static byte[] bgr(BufferedImage row, BufferedImage opaque) {
		if (row != opaque) {
			Graphics2D paper = opaque.createGraphics();
			paper.setColor(Color.WHITE);
			paper.fillRect(0, 0, row.getWidth(), 1);
			paper.drawImage(row, 0, 0, null);
			paper.dispose();
		}
		return ((DataBufferByte) opaque.getRaster().getDataBuffer()).getData();
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
