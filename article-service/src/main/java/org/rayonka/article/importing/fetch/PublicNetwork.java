package org.rayonka.article.importing.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are the public's: what a server would fetch from others, an importer
 * could use to look at the network that the platform itself stands in.
 */
final class PublicNetwork {

	/**
	 * Not to be reached from outside, by the registries of RFC 6890 and its successors.
	 */
	private static final List<Range> CLOSED = List.of(Range.of("0.0.0.0", 8), Range.of("10.0.0.0", 8),
			Range.of("100.64.0.0", 10), Range.of("127.0.0.0", 8), Range.of("169.254.0.0", 16),
			Range.of("172.16.0.0", 12), Range.of("192.0.0.0", 24), Range.of("192.0.2.0", 24),
			Range.of("192.88.99.0", 24), Range.of("192.168.0.0", 16), Range.of("198.18.0.0", 15),
			Range.of("198.51.100.0", 24), Range.of("203.0.113.0", 24), Range.of("224.0.0.0", 3));

	/** All of IPv6 that is given out to the public. */
	private static final Range GLOBAL = Range.of("2000::", 3);

	private static final List<Range> CLOSED_6 = List.of(Range.of("2001::", 23), Range.of("2001:db8::", 32),
			Range.of("3fff::", 20));

	/** Holds an address of IPv4, to which a relay would go on. */
	private static final Range RELAY_6TO4 = Range.of("2002::", 16);

	private PublicNetwork() {
	}

	static boolean holds(InetAddress address) {
		return switch (address) {
			case Inet4Address four -> CLOSED.stream().noneMatch((range) -> range.holds(four.getAddress()));
			case Inet6Address six -> holds(six.getAddress());
			default -> false;
		};
	}

	private static boolean holds(byte[] six) {
		if (RELAY_6TO4.holds(six)) {
			byte[] inner = Arrays.copyOfRange(six, 2, 6);
			return CLOSED.stream().noneMatch((range) -> range.holds(inner));
		}
		return GLOBAL.holds(six) && CLOSED_6.stream().noneMatch((range) -> range.holds(six));
	}

	/**
	 * Addresses that begin with the same bits.
	 *
	 * @param first any of them
	 * @param bits how many are the same
	 */
	private record Range(List<Byte> first, int bits) {

		static Range of(String literal, int bits) {
			try {
				List<Byte> bytes = new ArrayList<>();
				for (byte one : InetAddress.getByName(literal).getAddress()) {
					bytes.add(one);
				}
				return new Range(List.copyOf(bytes), bits);
			}
			catch (UnknownHostException ex) {
				throw new IllegalArgumentException(literal, ex);
			}
		}

		boolean holds(byte[] address) {
			if (address.length != this.first.size()) {
				return false;
			}
			for (int bit = 0; bit < this.bits; bit++) {
				int mask = 0x80 >> (bit % 8);
				if (((address[bit / 8] ^ this.first.get(bit / 8)) & mask) != 0) {
					return false;
				}
			}
			return true;
		}

	}

}
