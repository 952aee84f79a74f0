package org.rayonka.article;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * Plain text: no control characters but white space (PostgreSQL cannot even store all of
 * them) and no half of a surrogate pair.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\t\\n\\r]*")
@ReportAsSingleViolation
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

	/**
	 * What the caller is told.
	 * @return the message
	 */
	String message() default "must be plain text without control characters";

	/**
	 * As Bean Validation asks.
	 * @return the groups
	 */
	Class<?>[] groups() default {};

	/**
	 * As Bean Validation asks.
	 * @return the payload
	 */
	Class<? extends Payload>[] payload() default {};

}
