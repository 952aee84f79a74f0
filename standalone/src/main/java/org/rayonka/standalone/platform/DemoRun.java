package org.rayonka.standalone.platform;

import java.net.URI;

import org.rayonka.demo.Demo;
import org.rayonka.demo.DemoTargets;

/**
 * The process that loads the demo content and tells its progress line by line.
 */
public final class DemoRun {

	private DemoRun() {
	}

	/**
	 * Loads what is missing.
	 * @param args the base addresses of article-service, engagement-service,
	 * comment-service and identity-service, and Kafka's address
	 */
	public static void main(String[] args) {
		DemoTargets targets = new DemoTargets(URI.create(args[0]), URI.create(args[1]), URI.create(args[2]),
				URI.create(args[3]), args[4]);
		Demo.load(targets, System.out::println);
	}

}
