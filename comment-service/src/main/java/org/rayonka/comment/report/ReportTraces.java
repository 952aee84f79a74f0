package org.rayonka.comment.report;

import org.rayonka.comment.thread.Traces;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What somebody has reported. What nobody has judged yet is no longer counted.
 */
@Configuration(proxyBeanMethods = false)
class ReportTraces {

	@Bean
	@Order(2)
	Traces reportsOf(DatabaseClient database) {
		return new Traces(database, "report",
				"json_build_object('comment', comment_id, 'reason', reason, 'at', created_at)", """
						update comment set reports = reports - 1, report_weight = greatest(report_weight - weight, 0)
						from gone where id = comment_id and upheld is null and reports > 0""");
	}

}
