import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * An nginx that serves files, as a measure for what the machine can do.
 */
final class Nginx implements AutoCloseable {

	private final int port = Platform.freePort();

	private final Process process;

	/**
	 * Starts it.
	 * @param folder for its files; what is below {@code pages/bench} is taken to be
	 * compressed
	 * @param content what it serves at {@link #url}
	 */
	Nginx(Path folder, String content) throws IOException {
		Path pages = Files.createDirectories(folder.resolve("pages"));
		Files.writeString(pages.resolve("page.html"), content);
		Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
				daemon off;
				pid %1$s/nginx.pid;
				error_log %1$s/nginx.log;
				worker_processes auto;
				user root;
				events { worker_connections 512; }
				http {
					access_log off;
					sendfile on;
					keepalive_requests 1000000;
					open_file_cache max=2000;
					server {
						listen 127.0.0.1:%2$d;
						root %1$s/pages;
						location /bench/ {
							default_type "text/html;charset=UTF-8";
							add_header Content-Encoding gzip;
						}
					}
				}
				""".formatted(folder, this.port));
		this.process = new ProcessBuilder("nginx", "-c", configuration.toString()).redirectErrorStream(true)
			.redirectOutput(folder.resolve("nginx.out").toFile())
			.start();
	}

	String url() {
		return server() + "/page.html";
	}

	String server() {
		return "http://127.0.0.1:" + this.port;
	}

	long pid() {
		return this.process.pid();
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		this.process.waitFor(10, TimeUnit.SECONDS);
	}

}
