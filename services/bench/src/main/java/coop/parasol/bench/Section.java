package coop.parasol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a Markdown file, from its heading of the second level to the next. */
public final class Section {

    private Section() {}

    /** Replaces the section of the same heading, or adds it at the end. */
    public static void put(Path file, String section) throws IOException {
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
