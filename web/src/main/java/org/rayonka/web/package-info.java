/**
 * Everything rendered: pages for readers, feeds and the sitemap.
 */
@NullMarked
package org.rayonka.web;

import org.jspecify.annotations.NullMarked;
