package org.rayonka.article.media;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3, of any maker.
 *
 * @param bucket empty when files lie in the folder for good
 * @param endpoint its address, null for Amazon's
 * @param region what requests are signed for
 * @param accessKey empty for the environment's or the machine's
 * @param secretKey belongs to it
 * @param copies bound of the copies in the folder
 */
record S3(@DefaultValue("") String bucket, @Nullable URI endpoint, @DefaultValue("us-east-1") String region,
		@DefaultValue("") String accessKey, @DefaultValue("") String secretKey, @DefaultValue("2GB") DataSize copies) {

	private static final Duration CONNECTED = Duration.ofSeconds(3);

	private static final Duration TRIED = Duration.ofSeconds(20);

	private static final Duration ANSWERED = Duration.ofSeconds(45);

	/**
	 * Connects. Nothing of Amazon's is loaded before.
	 */
	S3Client client() {
		return S3Client.builder()
			.endpointOverride(this.endpoint)
			.forcePathStyle(this.endpoint != null)
			.region(Region.of(this.region))
			.credentialsProvider(credentials())
			.httpClientBuilder(Apache5HttpClient.builder().connectionTimeout(CONNECTED).socketTimeout(TRIED))
			.overrideConfiguration((calls) -> calls.apiCallAttemptTimeout(TRIED).apiCallTimeout(ANSWERED))
			.serviceConfiguration((s3) -> s3.chunkedEncodingEnabled(false))
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.build();
	}

	private AwsCredentialsProvider credentials() {
		return this.accessKey.isEmpty() ? DefaultCredentialsProvider.builder().build()
				: StaticCredentialsProvider.create(AwsBasicCredentials.create(this.accessKey, this.secretKey));
	}

}
