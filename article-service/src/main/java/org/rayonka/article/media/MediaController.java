package org.rayonka.article.media;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.rayonka.access.AccessProblem;
import org.rayonka.access.Caller;
import org.rayonka.article.MediaRefused;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Pictures and videos over HTTP. What lies under an address never changes, so readers
 * keep it for a year.
 */
@RestController
@Tag(name = "media", description = "Pictures and videos, stored once by the hash of their bytes")
class MediaController {

	private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.(jpg|png|webp|mp4|webm)");

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final MediaFolder folder;

	private final Uploads uploads;

	private final long maxBytes;

	MediaController(MediaFolder folder, Uploads uploads, MediaProperties properties) {
		this.folder = folder;
		this.uploads = uploads;
		this.maxBytes = properties.maxSize().toBytes();
	}

	@Operation(summary = "Upload a picture (JPEG, PNG, WebP) or a video (MP4, WebM): the bytes are the body",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = "application/octet-stream",
							schema = @Schema(type = "string", format = "binary"))),
			responses = @ApiResponse(responseCode = "201"))
	@PostMapping("/api/v1/newsroom/media")
	Mono<ResponseEntity<StoredFile>> upload(ServerHttpRequest request, Caller caller) {
		if (caller.editions().stream().noneMatch(caller::mayEdit)) {
			return Mono.error(new AccessProblem.Forbidden("Only newsrooms upload files"));
		}
		if (request.getHeaders().getContentLength() > this.maxBytes) {
			return Mono.error(MediaRefused.tooLarge(this.maxBytes + " bytes"));
		}
		return this.uploads.take(request.getBody())
			.map((stored) -> ResponseEntity.created(URI.create(stored.path())).body(stored));
	}

	@Operation(summary = "A file, with byte ranges",
			responses = @ApiResponse(responseCode = "200",
					content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))))
	@GetMapping("/media/{name}")
	Mono<ResponseEntity<Resource>> get(@PathVariable String name) {
		Matcher matcher = NAME.matcher(name);
		if (!matcher.matches()) {
			return Mono.error(MediaRefused.notFound());
		}
		Format format = Format.ofExtension(matcher.group(1));
		return Mono.fromCallable(() -> existing(this.folder.place(name)))
			.subscribeOn(Schedulers.boundedElastic())
			.map((file) -> ResponseEntity.ok()
				.contentType(MediaType.parseMediaType(format.type()))
				.cacheControl(FOR_GOOD)
				.header("X-Content-Type-Options", "nosniff")
				.eTag(name)
				.body(file));
	}

	private static Resource existing(Path place) {
		if (!Files.isRegularFile(place)) {
			throw MediaRefused.notFound();
		}
		return new FileSystemResource(place);
	}

}
