package org.rayonka.standalone.platform;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A service of the platform and what has to be up before it starts.
 *
 * @param name the module's name
 * @param needs the names of the servers it needs
 * @param database its database, whose owner has the same name, or null
 */
public record Service(String name, Set<String> needs, @Nullable String database) {

	/** What faces the outside. */
	public static final String GATEWAY = "gateway";

	/** What those who operate the platform look at. */
	public static final String CONSOLE = "ops-console";

	/** The servers, in the order of the status table. */
	public static final List<String> SERVERS = List.of("postgresql", "redis", "kafka");

	/** The services, in the order of the status table. */
	public static final List<Service> ALL = List.of(
			new Service("article-service", Set.of("postgresql", "kafka"), "article"),
			new Service("engagement-service", Set.of("postgresql", "redis", "kafka"), "engagement"),
			new Service("comment-service", Set.of("postgresql", "kafka"), "comment"),
			new Service("identity-service", Set.of("postgresql"), "identity"),
			new Service(GATEWAY, Set.of("redis"), null), new Service("web", Set.of(), null));

}
