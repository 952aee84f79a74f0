/**
 * The files that other systems export, read as streams: WordPress WXR, Ghost JSON, RSS
 * and Atom.
 */
@NullMarked
package org.rayonka.article.importing.source;

import org.jspecify.annotations.NullMarked;
