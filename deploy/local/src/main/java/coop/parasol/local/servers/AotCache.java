package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ahead-of-time cache of one program: its classes as they are after loading and linking. A start without a cache lists the
 * classes that it loads, {@link AotCreation} makes the cache of that list beside the running program, and later starts of the
 * same build, with the same options and JVM, use it. A cache that does not fit is left alone by the JVM.
 */
final class AotCache {

    private static final int KEY_CHARACTERS = 16;

    private final Path folder;
    private final String name;
    private final String key;
    private final boolean mayList;

    private AotCache(Path folder, String name, String key, boolean mayList) {
        this.folder = folder;
        this.name = name;
        this.key = key;
        this.mayList = mayList;
    }

    /**
     * The cache of a program.
     *
     * @param name of the component
     * @param program folder of the program's files, which the cache is of
     * @param options of the JVM
     */
    static AotCache of(Installation installation, String name, Path program, List<String> options) {
        Path checkout = installation.root().resolve(".parasol");
        // installations of tests and benchmarks use what there is
        boolean mayList = installation.home().equals(checkout);
        return new AotCache(checkout.resolve("aot"), name, key(program, options), mayList);
    }

    /** The options with which the program starts: to use the cache, or to list what it loads, or none. */
    List<String> startOptions() {
        if (Files.exists(file())) {
            // what the JVM says of a cache that does not fit is nothing that anybody has to do something about
            return List.of("-XX:SharedArchiveFile=" + file(), "-Xshare:auto", "-Xlog:cds=off", "-Xlog:aot=off");
        }
        if (!mayList) {
            return List.of();
        }
        deleteAll();
        return List.of("-XX:DumpLoadedClassList=" + list());
    }

    /** The options with which the program's command makes the cache instead of running. */
    List<String> creationOptions() {
        return List.of(
                "-Xshare:dump",
                "-XX:+AOTClassLinking",
                "-XX:SharedClassListFile=" + wholeList(),
                "-XX:SharedArchiveFile=" + partial(),
                "-Xlog:cds=error",
                "-Xlog:aot=error");
    }

    /** Whether a cache can be made: there is none, and the program has listed its classes. */
    boolean isWanted() {
        return mayList && !Files.exists(file()) && Files.exists(list());
    }

    /**
     * Makes the cache.
     *
     * @param creation runs the program's command with {@link #creationOptions()}; true if it succeeds
     */
    void create(Creation creation) throws IOException, InterruptedException {
        // the running program may be in the midst of a line
        List<String> lines = Files.readAllLines(list());
        Files.write(wholeList(), lines.subList(0, Math.max(0, lines.size() - 1)));
        if (creation.run() && Files.exists(partial())) {
            // on the disk before it has its name: the JVM does not look into what it maps
            try (FileChannel channel = FileChannel.open(partial(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial(), file(), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(list());
        }
        Files.deleteIfExists(partial());
        Files.deleteIfExists(wholeList());
    }

    /** See {@link #create}. */
    interface Creation {
        boolean run() throws IOException, InterruptedException;
    }

    Path file() {
        return folder.resolve(name + "-" + key + ".aot");
    }

    private Path list() {
        return folder.resolve(name + "-" + key + ".classes");
    }

    private Path wholeList() {
        return folder.resolve(name + "-" + key + ".classes.whole");
    }

    /** Where the cache is made, so that a start finds it only when it is complete. */
    private Path partial() {
        return folder.resolve(name + "-" + key + ".partial");
    }

    /** Deletes what there is of the program, of this build and of earlier ones. */
    private void deleteAll() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(
                                one -> one.getFileName().toString().matches(name + "-[0-9a-f]+\\..*"))
                        .toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands for the JVM, all its options and the name, size and time of each file of the program. */
    private static String key(Path program, List<String> options) {
        try (Stream<Path> files = Files.walk(program)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, System.getProperty("java.home") + Runtime.version() + options);
            // which the JVM reads too: an agent, for example, forbids a cache
            add(digest, System.getenv("JAVA_TOOL_OPTIONS") + " " + System.getenv("JDK_JAVA_OPTIONS"));
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(
                        digest,
                        "%s %d %d"
                                .formatted(
                                        program.relativize(file),
                                        Files.size(file),
                                        Files.getLastModifiedTime(file).toMillis()));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_CHARACTERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
