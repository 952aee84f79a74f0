package org.rayonka.infrastructure.spring;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Finds the annotation on a test class.
 */
final class LocalInfrastructureCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		UseLocalInfrastructure annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				UseLocalInfrastructure.class);
		return (annotation != null)
				? new LocalInfrastructureCustomizer(Set.of(annotation.servers()), annotation.database()) : null;
	}

}
