package coop.parasol.local.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Maven is called: by the program that the script {@code parasol} has found, with the Java that runs this program. */
public final class Maven {

    private Maven() {}

    /** A Maven process in the checkout that is not started yet. */
    public static ProcessBuilder process(Path root, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("parasol.maven", "mvn"), "-B", "-ntp"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }
}
