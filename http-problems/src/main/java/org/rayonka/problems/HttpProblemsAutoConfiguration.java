package org.rayonka.problems;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;

/**
 * Gives a WebFlux service its problems, and keeps one of its server's away.
 */
@AutoConfiguration(before = WebFluxAutoConfiguration.class)
class HttpProblemsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Problems problems(JsonMapper json) {
		return new Problems(json);
	}

	@Bean
	NextTurn nextTurn() {
		return new NextTurn();
	}

	@Bean
	JsonMapperBuilderCustomizer unknownFieldsAreRefused() {
		return (builder) -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
	}

	@Bean
	WebFluxRegistrations unknownParametersAreRefused() {
		return new WebFluxRegistrations() {
			@Override
			public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
				return new StrictParameters();
			}
		};
	}

}
