package org.rayonka.standalone.doctor;

/**
 * What was looked at.
 *
 * @param well whether it is as it should be
 * @param what what was found
 * @param remedy what to do, empty when all is well
 */
public record Finding(boolean well, String what, String remedy) {

	static Finding well(String what) {
		return new Finding(true, what, "");
	}

	static Finding wrong(String what, String remedy) {
		return new Finding(false, what, remedy);
	}

}
