package org.rayonka.comment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.rayonka.infrastructure.ServerKind;
import org.rayonka.infrastructure.spring.UseLocalInfrastructure;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;

/**
 * Tests the whole service, which is started once for all of them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "rayonka.comments.edition.newcomer-comments=0",
		"rayonka.comments.rules.rate.per-minute=0", "rayonka.comments.rules.rate.per-hour=2000",
		"rayonka.comments.rules.repetition.length=40", "rayonka.comments.rules.rejections.at-least=16" })
@AutoConfigureWebTestClient(timeout = "30s")
@UseLocalInfrastructure(servers = { ServerKind.POSTGRESQL, ServerKind.KAFKA }, database = "comment")
@Import(Conversations.class)
@interface OnRealServers {

}
