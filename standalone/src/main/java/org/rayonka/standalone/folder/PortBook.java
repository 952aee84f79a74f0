package org.rayonka.standalone.folder;

import org.rayonka.infrastructure.Ports;

/**
 * The port of each process: chosen by the kernel at the first start and kept, so that a
 * restart changes nobody's address; chosen anew when somebody took it meanwhile.
 */
public final class PortBook {

	private final KeptProperties ports;

	/**
	 * The ports of a data folder.
	 * @param folder the folder
	 */
	public PortBook(DataFolder folder) {
		this.ports = new KeptProperties(folder.resolve("ports.properties"));
	}

	/**
	 * The port of a process that is about to start.
	 * @param name the process
	 * @return the kept port if it is free, else another one
	 */
	public int assign(String name) {
		int port = port(name);
		if (!Ports.isFree(port)) {
			port = Ports.free();
			this.ports.set(name, Integer.toString(port));
		}
		return port;
	}

	/**
	 * The port of a process.
	 * @param name the process
	 * @return the kept port, or one that is chosen and kept now
	 */
	public int port(String name) {
		return Integer.parseInt(this.ports.keep(name, () -> Integer.toString(Ports.free())));
	}

	/**
	 * Keeps a port that was asked for.
	 * @param name the process
	 * @param port its port
	 */
	public void set(String name, int port) {
		this.ports.set(name, Integer.toString(port));
	}

}
