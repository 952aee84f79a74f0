package org.rayonka.identity.signin;

/**
 * What the sign-in page shows.
 *
 * @param words its texts
 * @param email as it was typed, empty at first
 * @param error what went wrong, empty when nothing did
 * @param formParameter the name of the field against forged forms
 * @param formToken its value
 */
record SignInPage(Words words, String email, String error, String formParameter, String formToken) {

	boolean failed() {
		return !this.error.isEmpty();
	}

	boolean emailKnown() {
		return failed() && !this.email.isEmpty();
	}

}
