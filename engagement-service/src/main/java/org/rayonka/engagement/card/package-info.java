/**
 * What is known of articles: as much as a list shows, and whether they are still public.
 */
@NullMarked
package org.rayonka.engagement.card;

import org.jspecify.annotations.NullMarked;
