package org.rayonka.standalone.console;

import de.codecentric.boot.admin.server.config.EnableAdminServer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Spring Boot Admin over all services of a standalone run.
 */
@EnableAdminServer
@SpringBootApplication
public class OpsConsole {

	/**
	 * Runs until the process is told to end.
	 * @param args none
	 */
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(OpsConsole.class);
		application.setAdditionalProfiles("console");
		application.run(args);
	}

}
