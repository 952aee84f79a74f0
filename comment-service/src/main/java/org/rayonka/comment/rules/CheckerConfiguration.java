package org.rayonka.comment.rules;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Makes the client of the external checker.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "checker", types = CheckerClient.class, clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
class CheckerConfiguration {

}
