package org.rayonka.problems;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * A request that cannot be read, with the place where it is wrong.
 */
final class InvalidInput extends Problem {

	record Error(String field, String message) {
	}

	private InvalidInput(String type, String title, @Nullable String detail, List<Error> errors) {
		super(HttpStatus.BAD_REQUEST, type, title, detail);
		if (!errors.isEmpty()) {
			member("errors", errors);
		}
	}

	static InvalidInput of(WebExchangeBindException failure) {
		return invalid(failure.getFieldErrors()
			.stream()
			.map((error) -> new Error(error.getField(), messageOf(error)))
			.toList());
	}

	static InvalidInput of(HandlerMethodValidationException failure) {
		return invalid(failure.getParameterValidationResults().stream().flatMap(InvalidInput::errorsOf).toList());
	}

	static InvalidInput of(ServerWebInputException failure) {
		if (failure instanceof MissingRequestValueException missing) {
			return parameter("The parameter '%s' is missing".formatted(missing.getName()));
		}
		for (@Nullable
		Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			switch (cause) {
				case UnrecognizedPropertyException unknown -> {
					return new InvalidInput("unknown-field", "Unknown field",
							"There is no field '%s' here".formatted(shortened(pathOf(unknown))), List.of());
				}
				case DatabindException mismatch -> {
					return body("The field '%s' has a value that cannot be read".formatted(pathOf(mismatch)));
				}
				case StreamReadException malformed -> {
					return body("This is no JSON: line %d, column %d".formatted(malformed.getLocation().getLineNr(),
							malformed.getLocation().getColumnNr()));
				}
				case TypeMismatchException mismatch -> {
					return parameter("'%s' is no value for '%s'".formatted(shortened(mismatch.getValue()),
							nameOf(failure, mismatch)));
				}
				default -> {
					// look further down
				}
			}
		}
		return body(failure.getReason());
	}

	private static InvalidInput invalid(List<Error> errors) {
		return new InvalidInput("invalid-value", "Invalid value", null, errors);
	}

	private static InvalidInput body(@Nullable String detail) {
		return new InvalidInput("invalid-body", "Unreadable body", detail, List.of());
	}

	static InvalidInput parameter(String detail) {
		return new InvalidInput("invalid-parameter", "Invalid parameter", detail, List.of());
	}

	private static java.util.stream.Stream<Error> errorsOf(ParameterValidationResult result) {
		String name = result.getMethodParameter().getParameter().getName();
		return result.getResolvableErrors()
			.stream()
			.map((error) -> new Error((error instanceof FieldError field) ? field.getField() : name,
					String.valueOf(error.getDefaultMessage())));
	}

	private static String messageOf(FieldError error) {
		return error.isBindingFailure() ? "cannot be read" : String.valueOf(error.getDefaultMessage());
	}

	private static String nameOf(ServerWebInputException failure, TypeMismatchException mismatch) {
		if (failure.getMethodParameter() != null) {
			return String.valueOf(failure.getMethodParameter().getParameter().getName());
		}
		return String.valueOf(mismatch.getPropertyName());
	}

	private static String pathOf(DatabindException failure) {
		StringBuilder path = new StringBuilder();
		failure.getPath().forEach((step) -> {
			if (step.getPropertyName() != null) {
				path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
			else {
				path.append('[').append(step.getIndex()).append(']');
			}
		});
		return path.toString();
	}

	private static String shortened(@Nullable Object value) {
		String text = String.valueOf(value);
		return (text.length() <= 40) ? text : text.substring(0, 40) + "…";
	}

}
