package org.rayonka.article.darkroom;

import java.nio.file.Path;

/**
 * A picture that may be shown.
 *
 * @param file itself
 * @param format its kind
 * @param size its size, upright
 * @param print its widest print, a JPEG
 */
public record CleanPicture(Path file, Format format, PictureSize size, Path print) {
}
