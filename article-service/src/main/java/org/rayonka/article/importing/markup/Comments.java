package org.rayonka.article.importing.markup;

/**
 * Comments of HTML, which also are the marks of WordPress' blocks.
 */
final class Comments {

	private static final String BEGIN = "<!--";

	private static final String END = "-->";

	private Comments() {
	}

	static String removed(String html) {
		StringBuilder rest = new StringBuilder(html.length());
		int at = 0;
		for (int begin = html.indexOf(BEGIN); begin >= 0; begin = html.indexOf(BEGIN, at)) {
			rest.append(html, at, begin);
			int end = html.indexOf(END, begin);
			if (end < 0) {
				return rest.toString();
			}
			at = end + END.length();
		}
		return rest.append(html, at, html.length()).toString();
	}

}
