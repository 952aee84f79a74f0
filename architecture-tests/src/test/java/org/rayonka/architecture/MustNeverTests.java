package org.rayonka.architecture;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One test for each "must never" of the modules.
 */
class MustNeverTests {

	private static final String[] DATABASES = { "java.sql..", "javax.sql..", "io.r2dbc..",
			"org.springframework.r2dbc..", "org.springframework.jdbc..", "org.springframework.data.r2dbc..",
			"org.postgresql.." };

	private static final String[] REDIS = { "io.lettuce..", "org.springframework.data.redis.." };

	private static final String[] KAFKA = { "org.apache.kafka..", "org.springframework.kafka.." };

	private static final String EVENTS = "org.rayonka.events.";

	@Test
	void findsTheClassesOfEveryModule() {
		assertThat(Modules.PACKAGES.keySet()).allSatisfy((module) -> assertThat(Modules.ALL)
			.anyMatch((type) -> Predicates.resideInAPackage(Modules.packageOf(module)).test(type)));
	}

	@Test
	void eventsDependOnNoFrameworkAndNoDatabase() {
		check(never("events", "org.springframework..", "reactor.."));
		check(never("events", DATABASES));
	}

	@Test
	void outboxKnowsNoEventByName() {
		check(never("outbox", Modules.packageOf("events")));
	}

	@Test
	void articleServiceCountsNothing() {
		check(never("article-service", REDIS));
		check(noClasses().that()
			.resideInAPackage(Modules.packageOf("article-service"))
			.should()
			// an exhaustive switch may name it, to pass it over
			.accessClassesThat()
			.haveFullyQualifiedName(EVENTS + "ViewRecorded"));
	}

	@Test
	void engagementServiceKnowsNoMoreOfAnArticleThanItsCard() {
		check(noFields().that()
			.areDeclaredInClassesThat()
			.resideInAPackage(Modules.packageOf("engagement-service"))
			.should()
			.haveNameMatching("(?i)(articleBody|body|byline|tags|pictures|videos)")
			.because("a list shows a card and nothing else"));
		check(fields().that()
			.areDeclaredIn(EVENTS + "ArticleCard")
			.should()
			.haveNameMatching(
					"edition|rubric|path|headline|standfirst|picture|video|ageMark|publishedAt|commentsOpen"));
	}

	@Test
	void commentServicePublishesNoArticleAndCountsNoView() {
		check(noClasses().that()
			.resideInAPackage(Modules.packageOf("comment-service"))
			.should()
			.accessClassesThat()
			.haveFullyQualifiedName(EVENTS + "ViewRecorded")
			.orShould()
			.callConstructorWhere(DescribedPredicate.describe("it makes an event of an article",
					(call) -> call.getTargetOwner().isAssignableTo(EVENTS + "ArticleEvent"))));
		check(never("comment-service", REDIS));
	}

	@Test
	void identityServiceHoldsNoContent() {
		check(never("identity-service", Modules.packageOf("events")));
		check(never("identity-service", KAFKA));
	}

	@Test
	void gatewayHoldsNoDomainLogicAndNoDatabase() {
		check(never("gateway", DATABASES));
		check(never("gateway", Modules.packageOf("events")));
	}

	@Test
	void webOwnsNoData() {
		check(never("web", DATABASES));
		check(never("web", REDIS));
	}

	@Test
	void localInfrastructureIsForTestsAndTheStandaloneRunAlone() {
		check(noClasses().that()
			.resideOutsideOfPackages(Modules.packageOf("local-infrastructure"), Modules.packageOf("standalone"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage(Modules.packageOf("local-infrastructure")));
	}

	@Test
	void standaloneHoldsNoDomainLogic() {
		check(never("standalone", Modules.packageOf("events")));
		check(never("standalone", KAFKA));
	}

	@TestFactory
	List<DynamicTest> noModuleImportsAService() {
		return Modules.SERVICES.stream()
			.map((service) -> DynamicTest.dynamicTest(service,
					() -> check(noClasses().that()
						.resideOutsideOfPackage(Modules.packageOf(service))
						.should()
						.dependOnClassesThat()
						.resideInAPackage(Modules.packageOf(service)))))
			.toList();
	}

	@Test
	void sharedModulesKnowNoService() {
		check(noClasses().that()
			.resideInAnyPackage(Modules
				.packagesOf(List.of("events", "outbox", "http-problems", "access-tokens", "local-infrastructure")))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(Modules.packagesOf(Modules.SERVICES)));
	}

	@Test
	void onlyIdentityServiceIsAServletApplication() {
		check(noClasses().that()
			.resideOutsideOfPackage(Modules.packageOf("identity-service"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("jakarta.servlet.."));
	}

	private static ClassesShouldConjunction never(String module, String... packages) {
		return noClasses().that()
			.resideInAPackage(Modules.packageOf(module))
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(packages));
	}

	private static void check(ArchRule rule) {
		rule.check(Modules.ALL);
	}

}
