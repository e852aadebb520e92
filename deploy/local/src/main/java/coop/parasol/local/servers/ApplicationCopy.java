package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/** The copy of a built service that runs, because a build replaces the files of its output under a running process. */
final class ApplicationCopy {

    private ApplicationCopy() {}

    /** Makes the target equal to the source; copies only files that differ in size or time of modification. */
    static void refresh(Path source, Path target) {
        try {
            Set<Path> wanted = copy(source, target);
            removeUnwanted(target, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + source + " to " + target, e);
        }
    }

    private static Set<Path> copy(Path source, Path target) throws IOException {
        Set<Path> wanted = new HashSet<>();
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(source.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path to = target.resolve(source.relativize(file));
                wanted.add(to);
                if (!isSame(to, attributes)) {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return wanted;
    }

    private static void removeUnwanted(Path target, Set<Path> wanted) throws IOException {
        Files.walkFileTree(target, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!wanted.contains(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isSame(Path copy, BasicFileAttributes original) throws IOException {
        if (!Files.exists(copy)) {
            return false;
        }
        BasicFileAttributes there = Files.readAttributes(copy, BasicFileAttributes.class);
        return there.size() == original.size()
                && there.lastModifiedTime().toMillis()
                        == original.lastModifiedTime().toMillis();
    }
}
