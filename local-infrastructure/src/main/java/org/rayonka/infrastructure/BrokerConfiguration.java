package org.rayonka.infrastructure;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The configuration of a small single Kafka node, written anew at each start, so that its
 * ports may change while its data stays.
 */
final class BrokerConfiguration {

	private static final String FIXED = """
			process.roles=broker,controller
			node.id=1
			listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
			inter.broker.listener.name=CLIENTS
			controller.listener.names=CONTROLLER
			# within the working directory, because a comma in the whole path would be two folders
			log.dirs=data
			# one node
			offsets.topic.replication.factor=1
			offsets.topic.num.partitions=4
			transaction.state.log.replication.factor=1
			transaction.state.log.min.isr=1
			transaction.state.log.num.partitions=2
			share.coordinator.state.topic.replication.factor=1
			share.coordinator.state.topic.min.isr=1
			share.coordinator.state.topic.num.partitions=2
			# back soon after a crash
			broker.session.timeout.ms=3000
			broker.heartbeat.interval.ms=1000
			group.initial.rebalance.delay.ms=0
			# the log of events is the truth: nothing expires
			log.retention.ms=-1
			offsets.retention.minutes=525600
			auto.create.topics.enable=false
			# small
			log.cleaner.dedupe.buffer.size=4194304
			log.segment.bytes=67108864
			log.index.size.max.bytes=1048576
			num.network.threads=2
			num.io.threads=4
			background.threads=4
			group.coordinator.threads=1
			""";

	private BrokerConfiguration() {
	}

	static String text(int port) {
		int controllerPort = Ports.free();
		Properties properties = new Properties();
		properties.setProperty("listeners",
				"CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
		properties.setProperty("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
		properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
		StringWriter writer = new StringWriter();
		try {
			properties.store(writer, "written anew at each start");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return writer + FIXED;
	}

}
