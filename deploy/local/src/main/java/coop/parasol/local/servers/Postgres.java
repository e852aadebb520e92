package coop.parasol.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL: one database and one user a service, and nobody may connect to another's. */
final class Postgres {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int OWNER_EXECUTE = 0100;

    private final Installation installation;
    private final ServerVersions versions = ServerVersions.built();

    Postgres(Installation installation) {
        this.installation = installation;
    }

    void launch() {
        Path data = installation.home().resolve("data/postgres");
        Path binaries = unpack();
        Unprivileged user = Unprivileged.choose();
        Path program = binaries.resolve("bin/postgres");
        if (Files.exists(data.resolve("PG_VERSION"))) {
            requireSameMajor(data);
        } else {
            initialise(binaries, data, user);
        }
        user.give(installation.home(), data, List.of(data, program));
        List<String> command = user.command(List.of(
                program.toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(installation.ports().of(Part.POSTGRES)),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=300",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "wal_level=logical"));
        installation.launch(Part.POSTGRES, installation.home(), command, Map.of());
    }

    /** Waits for it and makes what is not there yet, also after a start that was ended before it came to that. */
    void complete() {
        Waiting.until(installation.processes(), Part.POSTGRES, START, this::answers);
        createDatabases();
    }

    /** @throws Trouble if the data is of a major version that these programs do not read */
    private void requireSameMajor(Path data) {
        try {
            String major = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!major.equals(versions.postgresMajor())) {
                throw new Trouble(
                        "The data in " + data + " is PostgreSQL " + major + "'s, and Parasol now brings PostgreSQL "
                                + versions.postgres()
                                + ", which does not read it.\nWhat to do: go back to the Parasol that this was"
                                + " last started with, or carry the data over with the tools of PostgreSQL "
                                + versions.postgresMajor() + " (pg_upgrade, or pg_dump and pg_restore).");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                installation.jdbcUrl(database),
                "postgres",
                installation.secrets().get("database.admin"));
    }

    private void createDatabases() {
        List<String> names =
                new ArrayList<>(Part.services().stream().map(Part::id).toList());
        names.add("keycloak");
        try (Connection connection = connect("postgres")) {
            DatabaseOwners owners = new DatabaseOwners(connection);
            for (String name : names) {
                owners.ensure(name, installation.secrets().get("database." + name));
            }
        } catch (SQLException e) {
            throw new Trouble("The databases could not be created: " + e.getMessage(), e);
        }
    }

    /** Laid out beside its place and moved there whole: what was ended half-way is begun again by the next start. */
    private void initialise(Path binaries, Path place, Unprivileged user) {
        Path data = place.resolveSibling("postgres.partial");
        try {
            delete(data);
            PrivateFile.folder(data);
            Path password = Files.createTempFile(installation.home(), "initdb", "");
            Files.writeString(password, installation.secrets().get("database.admin"));
            try {
                user.give(installation.home(), data, List.of(data, binaries.resolve("bin/initdb")));
                user.give(installation.home(), password, List.of(password));
                run(user.command(List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + password,
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8")));
            } finally {
                Files.delete(password);
            }
            Files.move(data, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(List<String> command) throws IOException {
        Path log = installation.processes().log(Part.POSTGRES);
        Files.createDirectories(log.toAbsolutePath().getParent());
        try {
            int code = new ProcessBuilder(command)
                    .directory(installation.home().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new Trouble("PostgreSQL's data could not be laid out. The end of " + log + ":\n  "
                        + String.join("\n  ", installation.processes().tail(Part.POSTGRES, 20)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }

    private Path unpack() {
        Path target = installation.root().resolve(".parasol/dist/postgres-" + versions.postgres());
        if (Files.exists(target.resolve("bin/postgres"))) {
            return target;
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try (ZipFile jar = new ZipFile(installation
                .root()
                .resolve("deploy/local/target/dist/postgres-" + versions.postgres() + ".jar")
                .toFile())) {
            ZipEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new Trouble("The PostgreSQL artifact holds no archive; run ./parasol build."));
            try (InputStream stream = jar.getInputStream(archive);
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(stream))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, partial);
                }
            }
            Files.move(partial, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("the archive reaches outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        Set<PosixFilePermission> mode = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((entry.getMode() & OWNER_EXECUTE) != 0) {
            mode.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        Files.setPosixFilePermissions(file, mode);
    }
}
