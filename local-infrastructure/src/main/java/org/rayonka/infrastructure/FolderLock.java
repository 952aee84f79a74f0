package org.rayonka.infrastructure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Keeps two launchers off one data folder; the kernel lets go of it when the process
 * ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes the folder, creating it if need be.
	 * @param folder the data folder
	 * @return the lock
	 * @throws InfrastructureException when the folder cannot be written or is taken
	 */
	public static FolderLock take(Path folder) {
		return tryTake(folder).orElseThrow(() -> new InfrastructureException(
				"The folder " + folder + " is in use by another launcher: stop that one or choose another folder"));
	}

	/**
	 * Takes the folder if nobody has it.
	 * @param folder the data folder
	 * @return empty when somebody has it
	 * @throws InfrastructureException when the folder cannot be written
	 */
	public static Optional<FolderLock> tryTake(Path folder) {
		FileChannel channel = open(folder);
		try {
			FileLock lock = lock(channel);
			if (lock == null) {
				channel.close();
				return Optional.empty();
			}
			return Optional.of(new FolderLock(channel));
		}
		catch (IOException ex) {
			throw new InfrastructureException("The folder " + folder + " cannot be locked: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new InfrastructureException("A folder's lock cannot be let go: " + ex.getMessage(), ex);
		}
	}

	private static FileChannel open(Path folder) {
		try {
			Files.createDirectories(folder);
			return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw new InfrastructureException("The folder " + folder + " cannot be written (" + ex
					+ "): make it writable for " + System.getProperty("user.name") + " or choose another one", ex);
		}
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

}
