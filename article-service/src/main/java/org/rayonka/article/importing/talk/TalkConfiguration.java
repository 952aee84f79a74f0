package org.rayonka.article.importing.talk;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes the clients of the services that imports hand things over to.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "comment", types = CommentClient.class, clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
@ImportHttpServices(group = "engagement", types = EngagementClient.class,
		clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
class TalkConfiguration {

}
