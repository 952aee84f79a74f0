package org.rayonka.web.search;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes the client of article-service's search.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "article", types = SearchClient.class, clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
class SearchConfiguration {

}
