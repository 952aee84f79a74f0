package org.rayonka.demo;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoAccessTests {

	@Test
	void namesAnAccountForEachRoleAndBothClients() {
		DemoAccess access = Demo.access();
		assertThat(access.accounts()).hasSize(6)
			.flatExtracting(DemoAccess.Account::roles)
			.contains("admin", "editor", "author", "moderator", "reader");
		assertThat(access.client("demo-newsroom").scopes()).isEqualTo(List.of("newsroom", "moderation"));
		assertThat(access.client("demo-aggregator").scopes()).isEqualTo(List.of("aggregator"));
	}

}
