package org.rayonka.comment.rules;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns letters of other alphabets, digits and signs into the letters of one that they
 * are taken for, by their looks or else by their sound.
 */
final class Alphabet {

	/** What a Russian reader sees. */
	static final Alphabet CYRILLIC = new Alphabet("""
			aа bб cс dд eе fф gг hн iи jй kк lл mм nп oо pр rг sс tт uу vв wш xх yу zз
			αа βв γу εе ηп ιи κк μм νв οо πп ρр σо ςс τт υу χх ωш іи јй ѕс ԁд
			0о 1и 3з 4ч 6б 8в 9я @а $с""");

	/** What an English reader sees. */
	static final Alphabet LATIN = new Alphabet("""
			аa бb вb гr еe зz иu кk мm нh оo пn рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw
			αa βb γy εe ηn ιi κk μm νv οo πn ρp σo ςc τt υu χx ωw
			0o 1i 3e 4a 5s 7t 8b 9g @a $s""");

	private final Map<Character, Character> letters;

	private Alphabet(String pairs) {
		this.letters = Stream.of(pairs.split("\\s+"))
			.collect(Collectors.toUnmodifiableMap((pair) -> pair.charAt(0), (pair) -> pair.charAt(1)));
	}

	String spell(String word) {
		StringBuilder spelt = new StringBuilder(word.length());
		word.chars().forEach((letter) -> spelt.append(this.letters.getOrDefault((char) letter, (char) letter)));
		return spelt.toString();
	}

}
