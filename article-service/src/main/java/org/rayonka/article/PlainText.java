package org.rayonka.article;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Plain text: no control characters but white space (PostgreSQL cannot even store all of
 * them) and no half of a surrogate pair.
 */
@Documented
@Constraint(validatedBy = PlainText.Validator.class)
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

	/**
	 * Looks at each character.
	 */
	final class Validator implements ConstraintValidator<PlainText, String> {

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			return text == null || text.codePoints().allMatch(Validator::plain);
		}

		private static boolean plain(int character) {
			return switch (Character.getType(character)) {
				case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
				case Character.SURROGATE -> false;
				default -> true;
			};
		}

	}

}
