package org.rayonka.infrastructure.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.rayonka.infrastructure.ServerKind;

import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Runs a Spring test on real servers, which all tests of the JVM share, and tells the
 * context where they are. Tests share the data too: use fresh ids, expect rows of others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ContextCustomizerFactories(LocalInfrastructureCustomizerFactory.class)
public @interface UseLocalInfrastructure {

	/**
	 * The servers that the test needs.
	 * @return all of them unless said otherwise
	 */
	ServerKind[] servers() default { ServerKind.POSTGRESQL, ServerKind.REDIS, ServerKind.KAFKA };

	/**
	 * The database, which is created with an owner of the same name.
	 * @return its name
	 */
	String database() default "rayonka";

}
