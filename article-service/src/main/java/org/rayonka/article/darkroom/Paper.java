package org.rayonka.article.darkroom;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A white strip on which a row of any kind of pixels is laid: what was transparent is
 * white then, what was grey has three bytes.
 */
final class Paper {

	private final BufferedImage strip;

	Paper(int width) {
		this.strip = new BufferedImage(width, 1, BufferedImage.TYPE_3BYTE_BGR);
	}

	/**
	 * Lays a row on it.
	 * @param row one pixel high
	 * @return blue, green and red of each pixel, until the next row comes
	 */
	byte[] bgr(BufferedImage row) {
		Graphics2D brush = this.strip.createGraphics();
		brush.setColor(Color.WHITE);
		brush.fillRect(0, 0, row.getWidth(), 1);
		brush.drawImage(row, 0, 0, null);
		brush.dispose();
		return ((DataBufferByte) this.strip.getRaster().getDataBuffer()).getData();
	}

}
