package org.rayonka.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The parts of the house style that a machine can check.
 */
class HouseStyleTests {

	private static final Set<String> EMPTY_NAMES = Set.of("common", "commons", "util", "utils", "dto", "impl", "mapper",
			"mappers", "exception", "exceptions", "helper", "helpers", "misc");

	@Test
	void packagesAreNullMarked() {
		classes().that()
			.resideOutsideOfPackage("org.rayonka.web.templates..")
			.should(new ArchCondition<JavaClass>("be in a null-marked package") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
						events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " lacks @NullMarked"));
					}
				}
			})
			.check(Modules.ALL);
	}

	@Test
	void noNameSaysNothing() throws IOException {
		assertThat(folders()).noneMatch((folder) -> EMPTY_NAMES.contains(folder.getFileName().toString()));
		noClasses().should().haveSimpleNameEndingWith("Impl").check(Modules.ALL);
	}

	@Test
	void noClassBlocksOrSubscribesOutsideItsPlace() {
		noClasses().that()
			.haveNameNotMatching(".*(Listener|Relay|Lifecycle).*")
			.and()
			.resideOutsideOfPackages(Modules.packageOf("standalone"), Modules.packageOf("local-infrastructure"),
					Modules.packageOf("demo"), Modules.packageOf("identity-service"))
			.should()
			.callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe("it blocks or subscribes",
					(call) -> Set.of("block", "blockFirst", "blockLast", "subscribe").contains(call.getName())
							&& call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")))
			.check(Modules.ALL);
	}

	@Test
	void versionsStandInTheParentAlone() throws IOException {
		for (Path pom : poms()) {
			String dependencies = Files.readString(pom).replaceFirst("(?s)<parent>.*?</parent>", "");
			assertThat(dependencies.lines().filter((line) -> line.contains("<version>"))).as(pom.toString())
				.allMatch((line) -> line.contains("<version>${"));
		}
	}

	private static List<Path> folders() throws IOException {
		try (Stream<Path> files = Files.walk(Modules.root(), 16)) {
			return files.filter(Files::isDirectory)
				.filter((folder) -> folder.toString().contains("/src/"))
				.filter((folder) -> !folder.toString().contains("/target/"))
				.toList();
		}
	}

	private static List<Path> poms() throws IOException {
		try (Stream<Path> modules = Files.list(Modules.root())) {
			List<Path> poms = modules.map((module) -> module.resolve("pom.xml")).filter(Files::isRegularFile).toList();
			assertThat(poms).hasSizeGreaterThan(10);
			return poms;
		}
	}

}
