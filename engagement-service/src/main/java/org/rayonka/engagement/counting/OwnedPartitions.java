package org.rayonka.engagement.counting;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

import org.springframework.stereotype.Component;

/**
 * The partitions that this process counts, how far it has read them, and how it is sent
 * back. Whoever owns a partition also takes its snapshots and rolls its windows.
 */
@Component
public class OwnedPartitions {

	private final Map<Integer, Reading> readings = new ConcurrentHashMap<>();

	/**
	 * The partitions that are this process' own now.
	 * @return their numbers
	 */
	public Set<Integer> all() {
		return Set.copyOf(this.readings.keySet());
	}

	void assigned(int partition, long position, LongConsumer seek) {
		this.readings.put(partition, new Reading(position, seek));
	}

	void revoked(int partition) {
		this.readings.remove(partition);
	}

	void reached(int partition, long position) {
		this.readings.computeIfPresent(partition, (key, reading) -> new Reading(position, reading.seek()));
	}

	/**
	 * The offset up to which this process has applied the log, 0 when it is not its own.
	 */
	long position(int partition) {
		Reading reading = this.readings.get(partition);
		return (reading != null) ? reading.position() : 0;
	}

	/** Reads again from an offset if the reading has gone past it. */
	void sendBack(int partition, long offset) {
		Reading reading = this.readings.get(partition);
		if (reading != null && reading.position() > offset) {
			reading.seek().accept(offset);
			reached(partition, offset);
		}
	}

	/**
	 * How one partition is read.
	 *
	 * @param position the offset of the record after the last that was applied
	 * @param seek goes elsewhere
	 */
	private record Reading(long position, LongConsumer seek) {
	}

}
