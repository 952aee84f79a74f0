package org.rayonka.web.engagement;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes the client of engagement-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "engagement", types = EngagementClient.class,
		clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
class EngagementConfiguration {

}
