package org.rayonka.web.story;

import org.rayonka.web.rail.Rail;

/**
 * What an article's page leads on to.
 *
 * @param rail the lists beside it
 * @param neighbours before and after it
 */
record Around(Rail rail, Neighbours neighbours) {
}
