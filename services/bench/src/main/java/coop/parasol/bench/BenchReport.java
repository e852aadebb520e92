package coop.parasol.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark reports: a section of Markdown that says what was measured on which machine, and its table. Begun before
 * the measurement, because how busy other programs keep the machine can only be seen while the benchmark does nothing.
 */
public final class BenchReport {

    private final StringBuilder text = new StringBuilder();
    private final String machine;

    /** Measures how busy the machine is, for two seconds. Numbers are written as in English from here on. */
    public BenchReport() throws IOException {
        Locale.setDefault(Locale.ROOT);
        machine = Machine.describe();
    }

    /**
     * The heading and the paragraph below it.
     *
     * @param heading of the section; in lower case the argument of {@code ./parasol bench}
     * @param method how it was measured: rounds, seconds, clients, what counts
     * @param explanation sentences that follow the machine; may be empty
     */
    public BenchReport heading(String heading, String method, String explanation) {
        return heading(heading, "./parasol bench " + heading.toLowerCase(Locale.ROOT), method, explanation);
    }

    /**
     * The heading and the paragraph below it.
     *
     * @param heading of the section
     * @param command that has measured it
     * @param method how it was measured
     * @param explanation sentences that follow the machine; may be empty
     */
    public BenchReport heading(String heading, String command, String method, String explanation) {
        line("## " + heading);
        line("");
        line("`%s`, %s; %s.%s".formatted(command, method, machine, explanation.isEmpty() ? "" : " " + explanation));
        line("");
        return this;
    }

    public BenchReport line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Text that has its own line breaks. */
    public BenchReport append(String lines) {
        text.append(lines);
        return this;
    }

    /** Prints the section and, if there is a Markdown file, replaces the section of the same heading in it. */
    public void publish(@Nullable String file) throws IOException {
        System.out.println(text);
        if (file != null) {
            MarkdownSection.write(Path.of(file), text.toString());
        }
    }
}
