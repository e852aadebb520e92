package coop.parasol.local.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tests that have failed and the first lines of why, gathered from what Maven's Surefire prints. */
final class FailedTests {

    private static final Pattern FAILED =
            Pattern.compile("\\[ERROR] (\\S+) -- Time elapsed: .* <<< (?:FAILURE|ERROR)!");
    private static final int LINES_OF_WHY = 4;

    private final List<String> lines = new ArrayList<>();
    private int linesOfWhyWanted;

    void read(String line) {
        Matcher failed = FAILED.matcher(line);
        if (failed.matches()) {
            lines.add("FAILED " + failed.group(1));
            linesOfWhyWanted = LINES_OF_WHY;
        } else if (line.stripLeading().startsWith("at ") || line.startsWith("[")) {
            linesOfWhyWanted = 0;
        } else if (linesOfWhyWanted > 0 && !line.isBlank()) {
            lines.add("    " + line);
            linesOfWhyWanted--;
        }
    }

    /** A line for each test that has failed, followed by indented lines that say why. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
