package org.rayonka.identity.signin;

import java.io.IOException;
import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page. Who has signed in already is sent on, unless the client has just
 * reported an error: that would go round in circles.
 */
@Controller
class SignInController {

	private final Pages pages;

	SignInController(Pages pages) {
		this.pages = pages;
	}

	@GetMapping("/login")
	void signIn(HttpServletRequest request, HttpServletResponse response, @Nullable Principal person,
			@RequestParam(name = "error", required = false) @Nullable String error) throws IOException {
		if (person != null && error == null) {
			response.sendRedirect(SignedIn.GATEWAY);
		}
		else {
			this.pages.signIn(request, response, "", (error != null) ? this.pages.text(request, "signin.failed") : "");
		}
	}

}
