package coop.parasol.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Migrations of a released version are never changed, for databases have run them. {@code contracts/released/<version>/
 * migrations.sha256} lists them as {@code sha256sum} does; from the first release on there is one for each.
 */
final class ReleasedMigrations {

    private static final String SEPARATOR = "  ";

    private ReleasedMigrations() {}

    /** What was changed or removed since a release, a line each; nothing while nothing is released. */
    static List<String> changed(Path root) {
        Path released = root.resolve("contracts/released");
        if (!Files.exists(released)) {
            return List.of();
        }
        List<String> changed = new ArrayList<>();
        try (Stream<Path> versions = Files.list(released)) {
            for (Path version : versions.sorted().toList()) {
                Path list = version.resolve("migrations.sha256");
                if (!Files.exists(list)) {
                    changed.add(version.getFileName() + " does not list its migrations in migrations.sha256");
                    continue;
                }
                for (String line : Files.readAllLines(list)) {
                    String[] parts = line.split(SEPARATOR, 2);
                    Path migration = root.resolve(parts[1]);
                    if (!Files.exists(migration)) {
                        changed.add(parts[1] + " was removed since " + version.getFileName());
                    } else if (!digest(migration).equals(parts[0])) {
                        changed.add(parts[1] + " was changed since " + version.getFileName());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changed;
    }

    static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
