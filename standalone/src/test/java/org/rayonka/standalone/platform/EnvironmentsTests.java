package org.rayonka.standalone.platform;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rayonka.standalone.folder.DataFolder;
import org.rayonka.standalone.folder.PortBook;
import org.rayonka.standalone.folder.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentsTests {

	@TempDir
	private Path temporary;

	@Test
	void keepsEverythingOnTheLoopbackAddress() {
		assertThat(Service.ALL)
			.allSatisfy((service) -> assertThat(of(service.name(), true)).containsEntry("SERVER_ADDRESS", "127.0.0.1"));
	}

	@Test
	void givesGatewayAndIdentityTheSameSecret() {
		assertThat(of("gateway", true).get("RAYONKA_GATEWAY_CLIENT_SECRET")).isNotBlank()
			.isEqualTo(of("identity-service", true).get("RAYONKA_IDENTITY_GATEWAY_SECRET"));
	}

	@Test
	void knowsDemoAccountsOnlyWithTheDemo() {
		assertThat(of("identity-service", true)).containsEntry("SPRING_PROFILES_ACTIVE", "demo");
		assertThat(of("identity-service", false)).doesNotContainKey("SPRING_PROFILES_ACTIVE");
	}

	@Test
	void givesTheImportersSecretToIdentityAlone() {
		assertThat(of("identity-service", false).get("RAYONKA_IDENTITY_IMPORTER_SECRET"))
			.isEqualTo(new Secrets(new DataFolder(this.temporary)).of(Secrets.IMPORTER));
		assertThat(of("article-service", false)).doesNotContainKey("RAYONKA_IDENTITY_IMPORTER_SECRET");
	}

	@Test
	void tellsTheImporterWhereCommentsAndCountsGo() {
		assertThat(of("article-service", false)).containsKeys("RAYONKA_SERVICES_COMMENT",
				"RAYONKA_SERVICES_ENGAGEMENT");
	}

	@Test
	void givesADatabaseOnlyToItsOwner() {
		assertThat(of("article-service", true).get("SPRING_R2DBC_URL")).endsWith("/article");
		assertThat(of("gateway", true)).doesNotContainKey("SPRING_R2DBC_URL");
		assertThat(of("web", true)).doesNotContainKeys("SPRING_R2DBC_URL", "SPRING_DATA_REDIS_URL");
	}

	private Map<String, String> of(String name, boolean demo) {
		DataFolder folder = new DataFolder(this.temporary);
		Service service = Service.ALL.stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
		return new Environments(folder, new PortBook(folder), new Secrets(folder), new RunOptions(8080, demo, true))
			.of(service);
	}

}
