package org.rayonka.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test on the whole gateway, with a real Redis beside it and stand-ins behind it.
 * Tests choose the address that they come from by {@code X-Forwarded-For}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = GatewayApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "rayonka.public-url=https://rayonka.example",
				"rayonka.visitor.secret=a-secret-of-the-tests-and-of-nothing-else",
				"rayonka.gateway.client-secret=the-secret", "rayonka.protection.trusted-proxies=127.0.0.0/8,::1",
				"rayonka.protection.stall-limit=1s" })
@UseLocalInfrastructure(servers = { ServerKind.REDIS, ServerKind.KAFKA })
@ContextConfiguration(initializers = StandIns.class)
public @interface GatewayTest {

}
