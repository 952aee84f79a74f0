package org.rayonka.article.media;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
import org.rayonka.article.darkroom.Format;
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

/**
 * Pictures and videos over HTTP. What lies under an address never changes, so readers
 * keep it for a year.
 */
@RestController
@Tag(name = "media", description = "Pictures and videos, stored once by the hash of their bytes")
class MediaController {

	private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.(jpg|png|webp|mp4|webm)");

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	/** Whatever a file turned out to be, no script in it runs when somebody opens it. */
	private static final String NOTHING_ACTS = "default-src 'none'; img-src 'self'; media-src 'self'; "
			+ "style-src 'unsafe-inline'; sandbox";

	/** A stand-in is not kept. */
	private static final CacheControl FOR_NOW = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

	private final MediaStore store;

	private final Renditions renditions;

	private final Uploads uploads;

	private final long maxBytes;

	MediaController(MediaStore store, Renditions renditions, Uploads uploads, MediaProperties properties) {
		this.store = store;
		this.renditions = renditions;
		this.uploads = uploads;
		this.maxBytes = properties.maxSize().toBytes();
	}

	@Operation(summary = "Upload a picture (JPEG, PNG, WebP) or a video (MP4, WebM): the bytes are the body",
			description = "Turned upright, and without what says where and by whom it was taken. "
					+ "The same file a second time gives the same path.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = "application/octet-stream",
							schema = @Schema(type = "string", format = "binary"))),
			responses = { @ApiResponse(responseCode = "201"),
					@ApiResponse(responseCode = "413", description = "Too many bytes"),
					@ApiResponse(responseCode = "415", description = "Neither JPEG, PNG, WebP, MP4 nor WebM"),
					@ApiResponse(responseCode = "422", description = "Damaged, or too many pixels"),
					@ApiResponse(responseCode = "503", description = "Come back later") })
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

	@Operation(summary = "A file, with byte ranges; or a picture's rendition: HASH-WIDTH.webp or .jpg",
			description = "An article says which widths there are. A rendition is made when it is first asked for. "
					+ "Where WebP cannot be written, its address gives a JPEG.",
			responses = {
					@ApiResponse(responseCode = "200",
							content = @Content(mediaType = "*/*",
									schema = @Schema(type = "string", format = "binary"))),
					@ApiResponse(responseCode = "404", description = "No such file, or no such width of it") })
	@GetMapping("/media/{name}")
	Mono<ResponseEntity<Resource>> get(@PathVariable String name) {
		Optional<Rendition> print = Rendition.named(name);
		if (print.isPresent()) {
			return rendition(print.get());
		}
		Mono<Path> original = NAME.matcher(name).matches() ? this.store.find(name) : Mono.empty();
		return original.map(MediaController::answer).switchIfEmpty(Mono.error(MediaRefused::notFound));
	}

	private Mono<ResponseEntity<Resource>> rendition(Rendition print) {
		if (!this.renditions.makes(print.format())) {
			return rendition(new Rendition(print.hash(), print.width(), Format.JPEG)).map(MediaController::forNow);
		}
		return this.store.find(print.name())
			.switchIfEmpty(Mono.defer(() -> this.renditions.make(print)))
			.map(MediaController::answer);
	}

	private static ResponseEntity<Resource> answer(Path place) {
		String name = place.getFileName().toString();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(Format.ofName(name).type()))
			.cacheControl(FOR_GOOD)
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", NOTHING_ACTS)
			.eTag(name)
			.body(new FileSystemResource(place));
	}

	private static ResponseEntity<Resource> forNow(ResponseEntity<Resource> answer) {
		return ResponseEntity.ok()
			.headers((headers) -> headers.putAll(answer.getHeaders()))
			.cacheControl(FOR_NOW)
			.body(answer.getBody());
	}

}
