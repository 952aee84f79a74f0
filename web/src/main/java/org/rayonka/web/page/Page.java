package org.rayonka.web.page;

/**
 * What a template shows.
 */
public interface Page {

	/**
	 * The frame around it.
	 * @return who looks, at whose page
	 */
	Shell shell();

}
