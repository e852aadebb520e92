package coop.parasol.local.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which tests are run.
 *
 * @param modules folders of modules, such as services/quality; empty for all modules
 * @param properties passed on to Maven, such as {@code test=SwitchingTest#name}
 * @param full whether tests with the JUnit tag {@code full} are run too, which take too long for every commit
 * @param profiles Maven profiles
 */
public record TestSelection(List<String> modules, Map<String, String> properties, boolean full, List<String> profiles) {

    private static final String ACCEPTANCE = "deploy/acceptance";
    private static final String TEST = "test";

    /** Three modules at a time on two processors, so that there is work while some tests only wait. */
    private static final String THREADS = "3";

    List<String> mavenArguments() {
        List<String> arguments = new ArrayList<>(List.of("-T", THREADS, "-fae", phase()));
        if (!modules.isEmpty()) {
            arguments.addAll(List.of("-pl", String.join(",", modules), "-am"));
        }
        if (!profiles.isEmpty()) {
            arguments.add("-P" + String.join(",", profiles));
        }
        if (full || properties.containsKey(TEST)) {
            arguments.add("-DexcludedGroups=");
        }
        if (properties.containsKey(TEST)) {
            arguments.add("-Dsurefire.failIfNoSpecifiedTests=false");
        }
        properties.forEach((name, value) -> arguments.add("-D" + name + (value.isEmpty() ? "" : "=" + value)));
        return arguments;
    }

    /** Single tests need no packages and no checks of the sources, unless they start the services as they are packaged. */
    private String phase() {
        return properties.containsKey(TEST) && !modules.isEmpty() && !modules.contains(ACCEPTANCE) ? "test" : "verify";
    }
}
