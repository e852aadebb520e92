package coop.parasol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A section of a Markdown file: a heading of the second level and what follows it up to the next one. */
public final class MarkdownSection {

    private MarkdownSection() {}

    /**
     * Replaces the section with the same heading, or adds the section at the file's end.
     *
     * @param section begins with its heading {@code ## ...} and ends with a line break
     */
    public static void write(Path file, String section) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n";
        String heading = section.substring(0, section.indexOf('\n'));
        int begin = (text + '\n').indexOf(heading + '\n');
        if (begin < 0) {
            Files.writeString(file, text.stripTrailing() + "\n\n" + section);
            return;
        }
        int end = text.indexOf("\n## ", begin + 1);
        Files.writeString(file, text.substring(0, begin) + section + (end < 0 ? "" : text.substring(end)));
    }
}
