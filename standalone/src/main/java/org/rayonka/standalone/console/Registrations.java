package org.rayonka.standalone.console;

import java.util.List;

import de.codecentric.boot.admin.server.domain.values.Registration;
import de.codecentric.boot.admin.server.services.InstanceRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Names the services to the console, since they do not know it.
 */
@Component
class Registrations {

	private final InstanceRegistry registry;

	private final List<String> instances;

	Registrations(InstanceRegistry registry, @Value("${rayonka.console.instances}") String instances) {
		this.registry = registry;
		this.instances = instances.isBlank() ? List.of() : List.of(instances.split(" ", -1));
	}

	@EventListener
	Mono<Void> register(ApplicationReadyEvent ready) {
		return Flux.fromIterable(this.instances)
			.map(Registrations::registration)
			.concatMap(this.registry::register)
			.then();
	}

	private static Registration registration(String instance) {
		String[] nameAndPort = instance.split("=", -1);
		String base = "http://127.0.0.1:" + nameAndPort[1];
		return Registration.create(nameAndPort[0], base + "/actuator/health")
			.managementUrl(base + "/actuator")
			.serviceUrl(base)
			.source("standalone")
			.build();
	}

}
