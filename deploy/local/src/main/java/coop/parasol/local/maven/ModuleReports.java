package coop.parasol.local.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the report files that a Maven plugin has written below the modules' {@code target} folders. */
final class ModuleReports {

    private static final int MAX_DEPTH = 7;

    private ModuleReports() {}

    /** All files of that name in a {@code target} folder of the checkout, in the order of their paths. */
    static List<Path> find(Path root, String fileName) {
        return Stream.of("contracts", "services", "deploy")
                .map(root::resolve)
                .filter(Files::isDirectory)
                .flatMap(folder -> find(folder).stream())
                .filter(file -> file.getFileName().toString().equals(fileName))
                .filter(file -> file.toString().contains("/target/"))
                .sorted()
                .toList();
    }

    private static List<Path> find(Path folder) {
        try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteAll(Path root, String fileName) {
        for (Path file : find(root, fileName)) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The module of a report: the path above its {@code target} folder, such as services/quality. */
    static String module(Path root, Path report) {
        String path = root.relativize(report).toString();
        return path.substring(0, path.indexOf("/target/"));
    }
}
