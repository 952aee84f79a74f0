package org.rayonka.comment.rules;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rayonka.comment.thread.Finding;
import org.rayonka.comment.thread.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which words are not to be said.
 */
class RestrictedWordsTests {

	private static final WordList HERE = new WordList(List.of("дурак", "Дура", "жулик*", "чмырь"));

	@ParameterizedTest
	@ValueSource(strings = { "дурак", "Дураки!", "дураками", "дуракам", "дуру", "с дурой", "жулик", "жуликоватый",
			"ж у л и к", "чмырём", "д*рак", "дур#ками", "ж_лик", "чм*рь" })
	void areFoundInAllTheirForms(String text) {
		assertThat(RestrictedWords.judge(text, HERE)).as(text).isInstanceOf(Verdict.Withhold.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "дурацкий", "придурак", "подурачиться", "дураковать", "Дурасов", "кулик" })
	void areNotFoundInOthers(String text) {
		assertThat(RestrictedWords.judge(text, HERE)).as(text).isEqualTo(Verdict.PASS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Не надо оскорблять людей", "хлебать щи и употреблять хлеба", "страховать мандарины",
			"сук старой яблони", "суковатая палка", "рубля и корабля", "себе, тебе и небу", "потребление и колебания",
			"учеба, судебный, вебинар, небеса", "хулиган и худой", "похудеть, плохую, духую", "мудрый и мудрёный",
			"мандат депутата", "гондола и педикюр", "Херсон и херувим", "жидкий", "психиатр", "ебонитовая палочка",
			"Ёбург", "хохлома и хохлатка", "бляха ремня", "дрожжи", "команда и саманда", "сукно", "сучок",
			"застрахуй дом", "страхуется", "застрахуем", "подстрахуют", "Нигерия и Нигер", "ebay, ebook, WEB",
			"shiitake", "assess the class", "Scunthorpe", "Essex", "therapist", "Wankel", "Дебет и кредит",
			"употребляется бляшка", "говорить", "жить", "херес", "Вуячич", "Зебра", "Её бабушка", "Е. Баранов",
			"1 2 3 4 5", "Суккулент", "Жданов", "рубить сук, на котором сидишь", "это *очень* важно", "слово*", "с*",
			"c*k", "x*y", "площадь равна a*b", "2*3*4", "s***v@mail.ru", "судья П***в", "C#код", "my_file, is_he",
			"8-9**-***-12-34", "ОП***", "т.е. и т.д.", "г. Барнаул, д1а, кв. 3", "а*с*к*д", "п л о х о е",
			"и я с т о б о й", "5*5=25, х*у", "#сдвг #еда_дома", "с*к", "в 10*2 м" })
	void areNotFoundInInnocentWords(String text) {
		assertThat(RestrictedWords.judge(text, WordList.EMPTY)).as(text).isEqualTo(Verdict.PASS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "сука", "СУКИ", "с у к а", "cyкa", "с.у.к.а", "бл*я*д*ь", "xуй", "нахуй", "пи3дец",
			"ёбаный", "з@ебали", "заeбали", "6лять", "мудаааак", "долбоёб", "fuuuck you", "sh1t", "suka blyat", "х*й",
			"х#й", "х_евый", "п*здец", "пи**ец", "с*ка", "с*ками", "бл*дь", "м*д*к", "за*бал", "ж*па", "г*вно", "f*ck",
			"sh*t", "b*tches", "x*й", "п1здец", "в с я к о е, с у к а", "с\nу\nк\nа", "н а х у й", "с_у_к_а", "х-у-й" })
	void areFoundInWhateverDisguise(String text) {
		assertThat(RestrictedWords.judge(text, WordList.EMPTY)).as(text).isInstanceOf(Verdict.Withhold.class);
	}

	@Test
	void areToldToModerators() {
		assertThat(RestrictedWords.judge("Ну и ж.у.л.и.к", HERE))
			.isEqualTo(new Verdict.Withhold(new Finding("restricted-words", "«жулик*»")));
	}

}
