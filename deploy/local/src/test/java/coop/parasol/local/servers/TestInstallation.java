package coop.parasol.local.servers;

import java.nio.file.Path;
import java.util.Map;

/** The servers of the test run as an installation. */
final class TestInstallation {

    private TestInstallation() {}

    static Installation installation() {
        Map<String, String> environment = System.getenv();
        String home = environment.get("PARASOL_TEST_HOME");
        if (home == null) {
            throw new IllegalStateException("these tests need servers: run ./parasol test deploy/local");
        }
        return Installation.at(Path.of("../..").toAbsolutePath().normalize(), Path.of(home), Ports.from(environment));
    }
}
