package org.rayonka.article.writing;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rayonka.article.PlainText;

/**
 * Why an article is withdrawn; for the newsroom's record.
 *
 * @param note the reason
 */
record WithdrawalForm(@PlainText @Size(max = 500) @Nullable String note) {
}
