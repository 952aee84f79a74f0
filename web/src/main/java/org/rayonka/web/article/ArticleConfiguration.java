package org.rayonka.web.article;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes the client of article-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "article", types = ArticleClient.class, clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
class ArticleConfiguration {

}
