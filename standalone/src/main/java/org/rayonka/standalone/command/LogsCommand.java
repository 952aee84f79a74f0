package org.rayonka.standalone.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.rayonka.infrastructure.InfrastructureException;
import org.rayonka.infrastructure.LogTail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows what a process wrote.
 */
@Command(name = "logs", description = "shows the end of a process' log")
final class LogsCommand implements Callable<Integer> {

	private static final int LINES = 200;

	@Mixin
	private final DataOption data = new DataOption();

	@Parameters(paramLabel = "NAME", description = "as status names it, or supervisor")
	private String name = "";

	@Option(names = "-f", description = "goes on until Ctrl-C")
	private boolean follow;

	@Override
	public Integer call() throws IOException {
		Path log = this.data.folder().logs().resolve(this.name + ".log");
		if (!this.name.matches("[a-z-]+") || Files.notExists(log)) {
			throw new InfrastructureException("There is no log of " + this.name + "; there are: " + names());
		}
		long end = Files.size(log);
		List<String> lines = LogTail.of(log, LINES);
		lines.forEach(System.out::println);
		while (this.follow && !System.out.checkError()) {
			end = print(log, end);
			LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
		}
		return 0;
	}

	private static long print(Path log, long from) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long start = (file.length() < from) ? 0 : from;
			byte[] news = new byte[(int) Math.min(file.length() - start, 1 << 20)];
			file.seek(start);
			file.readFully(news);
			System.out.write(news);
			System.out.flush();
			return start + news.length;
		}
	}

	private String names() {
		try (Stream<Path> logs = Files.list(this.data.folder().logs())) {
			return logs.map((log) -> log.getFileName().toString())
				.filter((file) -> file.endsWith(".log"))
				.map((file) -> file.substring(0, file.length() - 4))
				.sorted()
				.collect(Collectors.joining(", "));
		}
		catch (IOException ex) {
			return "none yet";
		}
	}

}
