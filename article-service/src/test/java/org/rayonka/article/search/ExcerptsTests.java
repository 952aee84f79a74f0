package org.rayonka.article.search;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "У [ёлки]  тепло | У <mark>ёлки</mark> тепло",
					"<script>[x]</script> | &lt;script&gt;<mark>x</mark>&lt;/script&gt;",
					"&lt;img onerror=\"x\"&gt; | &lt;img onerror=&quot;x&quot;&gt;",
					"&amp;lt;b&amp;gt; | &amp;lt;b&amp;gt;", "a & b | a &amp; b", "[&lt;] | <mark>&lt;</mark>" })
	void leavesNoMarkupButMarks(String headline, String html) {
		assertThat(Excerpts.marked(headline.replace('[', '\u0002').replace(']', '\u0003'))).isEqualTo(html);
	}

}
