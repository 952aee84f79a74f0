package org.rayonka.comment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service of discussions.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CommentApplication {

	/**
	 * Starts the service.
	 * @param args command-line properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(CommentApplication.class, args);
	}

}
