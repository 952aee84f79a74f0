package org.rayonka.web.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A partner's advertisement, which the law allows only with its token.
 *
 * @param token that the operator of advertising data gave (erid)
 * @param advertiser who pays
 * @param text what it says
 * @param url where it leads
 * @param picture a picture of our own site, or none
 */
public record Banner(@NotBlank String token, @NotBlank String advertiser, @NotBlank String text,
		@Pattern(regexp = "https?://.+") String url, @Pattern(regexp = "/media/.+") @Nullable String picture) {
}
