package org.rayonka.standalone.command;

import java.util.List;
import java.util.concurrent.Callable;

import org.rayonka.standalone.doctor.Doctor;
import org.rayonka.standalone.doctor.Finding;
import org.rayonka.standalone.platform.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Looks for what is wrong with the machine and says the remedy.
 */
@Command(name = "doctor", description = "looks for what is wrong and says the remedy")
final class DoctorCommand implements Callable<Integer> {

	@Mixin
	private final DataOption data = new DataOption();

	@Option(names = "--port", paramLabel = "PORT", defaultValue = "8080",
			description = "the port that the site is to have (default: 8080)")
	private int port;

	@Override
	public Integer call() {
		List<Finding> findings = new Doctor(Home.find(), this.data.folder(), this.data.client().status())
			.look(this.port);
		for (Finding finding : findings) {
			System.out.println((finding.well() ? "ok     " : "WRONG  ") + finding.what());
			if (!finding.well()) {
				System.out.println("       -> " + finding.remedy());
			}
		}
		return findings.stream().allMatch(Finding::well) ? 0 : 1;
	}

}
