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
 * @param busy whether every reader's every view passes through it
 */
public record Service(String name, Set<String> needs, @Nullable String database, boolean busy) {

	/** What faces the outside. */
	public static final String GATEWAY = "gateway";

	/** What those who operate the platform look at. */
	public static final String CONSOLE = "ops-console";

	/** The servers, in the order of the status table. */
	public static final List<String> SERVERS = List.of("postgresql", "redis", "kafka");

	/** The services, in the order of the status table. */
	public static final List<Service> ALL = List.of(
			new Service("article-service", Set.of("postgresql", "kafka"), "article", false),
			new Service("engagement-service", Set.of("postgresql", "redis", "kafka"), "engagement", true),
			new Service("comment-service", Set.of("postgresql", "kafka"), "comment", false),
			new Service("identity-service", Set.of("postgresql"), "identity", false),
			new Service(GATEWAY, Set.of("redis", "kafka"), null, true), new Service("web", Set.of(), null, false));

}
