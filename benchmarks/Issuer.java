import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

/**
 * Issues a token of the newsroom to measurements that ask a service alone.
 */
final class Issuer implements AutoCloseable {

	private static final String NAME = "http://127.0.0.1";

	private final KeyPair keys;

	private final HttpServer server;

	Issuer() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		this.keys = generator.generateKeyPair();
		byte[] jwks = jwks((RSAPublicKey) this.keys.getPublic()).getBytes(StandardCharsets.UTF_8);
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.createContext("/jwks", (exchange) -> {
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, jwks.length);
			exchange.getResponseBody().write(jwks);
			exchange.close();
		});
		this.server.start();
	}

	private static String jwks(RSAPublicKey key) {
		return "{\"keys\":[{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"one\",\"n\":\"%s\",\"e\":\"%s\"}]}"
			.formatted(base64(unsigned(key.getModulus().toByteArray())),
					base64(unsigned(key.getPublicExponent().toByteArray())));
	}

	/** What a service has to know of it. */
	Map<String, String> settings() {
		return Map.of("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI",
				NAME + ":" + this.server.getAddress().getPort() + "/jwks",
				"SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", NAME);
	}

	/** Good for every edition, and longer than any measurement. */
	String token() throws Exception {
		String claims = "{\"iss\":\"%s\",\"sub\":\"benchmark\",\"scope\":\"newsroom moderation\",\"editions\":[\"*\"],\"iat\":%d,\"exp\":%d}"
			.formatted(NAME, Instant.now().getEpochSecond(), Instant.now().plus(3, ChronoUnit.HOURS).getEpochSecond());
		String content = base64("{\"alg\":\"RS256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8)) + "."
				+ base64(claims.getBytes(StandardCharsets.UTF_8));
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(this.keys.getPrivate());
		signature.update(content.getBytes(StandardCharsets.UTF_8));
		return content + "." + base64(signature.sign());
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static byte[] unsigned(byte[] number) {
		return (number[0] == 0) ? Arrays.copyOfRange(number, 1, number.length) : number;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
