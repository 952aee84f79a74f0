package org.rayonka.web.comment;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes the client of comment-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "comment", types = CommentClient.class, clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
class CommentConfiguration {

}
