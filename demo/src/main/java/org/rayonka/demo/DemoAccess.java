package org.rayonka.demo;

import java.util.List;

/**
 * Who may sign in while the demo content is there; everybody knows these passwords.
 *
 * @param accounts people
 * @param clients programs
 */
public record DemoAccess(List<Account> accounts, List<Client> clients) {

	/**
	 * A person.
	 *
	 * @param email what to sign in with
	 * @param password in clear
	 * @param roles what the person may do
	 */
	public record Account(String email, String password, List<String> roles) {
	}

	/**
	 * A program that calls the API.
	 *
	 * @param id its name
	 * @param secret in clear
	 * @param scopes what the program may do
	 */
	public record Client(String id, String secret, List<String> scopes) {
	}

	Client client(String id) {
		return clients.stream()
			.filter((client) -> client.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new DemoFailedException("No demo client " + id));
	}

}
