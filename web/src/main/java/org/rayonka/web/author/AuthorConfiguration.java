package org.rayonka.web.author;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes the client of article-service's authors.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "article", types = AuthorClient.class, clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
class AuthorConfiguration {

}
