package org.rayonka.gateway.edgecache;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be kept.
 *
 * @param paths for programs, where answers are the same for everybody, if their service
 * says so
 * @param noPages beginnings of paths that lead to no page
 * @param marks parameters that other sites put on links to tell where readers come from;
 * pages do not depend on them
 * @param personalCookies who sends one of these gets a page of their own
 * @param frontCookies the same, on the front page of the network alone
 * @param memory for all answers together
 * @param largest answer that is kept
 * @param patience for a new answer while an older one is good
 */
@ConfigurationProperties("rayonka.edge-cache")
record EdgeCacheProperties(@DefaultValue("/api/v1/popular") List<String> paths,
		@DefaultValue("/api") List<String> noPages, @DefaultValue( {
		}) Set<String> marks, @DefaultValue("RAYONKA_SESSION") Set<String> personalCookies,
		@DefaultValue("paper") Set<String> frontCookies, @DefaultValue("64MB") DataSize memory,
		@DefaultValue("1MB") DataSize largest, @DefaultValue("500ms") Duration patience){

}
