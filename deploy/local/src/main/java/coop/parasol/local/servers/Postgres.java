package coop.parasol.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

/** The PostgreSQL server with one database and one user a service. */
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
        UnprivilegedUser user = UnprivilegedUser.choose();
        Path program = binaries.resolve("bin/postgres");
        if (Files.exists(data.resolve("PG_VERSION"))) {
            requireSameMajor(data);
        } else {
            initialise(binaries, data, user);
        }
        user.grantAccess(installation.home(), data, List.of(data, program));
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(installation.ports().of(Component.POSTGRES)),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
        command.addAll(PostgresSettings.arguments());
        installation.launch(Component.POSTGRES, installation.home(), user.command(command), Map.of());
    }

    /**
     * Waits until the server is ready and creates missing users and databases, also after a start that was interrupted.
     */
    void awaitAndConfigure() {
        ReadinessProbe.await(installation.processes(), Component.POSTGRES, START, this::answers);
        createDatabases();
    }

    /** @throws OperatorException if the data is of another major version than the server */
    private void requireSameMajor(Path data) {
        try {
            String major = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!major.equals(versions.postgresMajor())) {
                throw new OperatorException("The data in " + data + " belongs to PostgreSQL " + major
                        + ", but this version of Parasol runs PostgreSQL "
                        + versions.postgres()
                        + ", which cannot read it.\nWhat to do: go back to the version of Parasol that was last"
                        + " used, or migrate the data with the tools of PostgreSQL " + versions.postgresMajor()
                        + " (pg_upgrade, or pg_dump and pg_restore).");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Connection connection = installation.connectAsAdministrator("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private void createDatabases() {
        List<String> names = new ArrayList<>(
                Component.applications().stream().map(Component::id).toList());
        names.add("keycloak");
        try (Connection connection = installation.connectAsAdministrator("postgres")) {
            DatabaseOwners owners = new DatabaseOwners(connection);
            for (String name : names) {
                owners.ensure(name, installation.secrets().get("database." + name));
            }
        } catch (SQLException e) {
            throw new OperatorException("The databases could not be created: " + e.getMessage(), e);
        }
    }

    /** Creates databases for tests, which connect as administrator. */
    void createTestDatabases(List<String> names) {
        inAdministration(statement -> {
            for (String name : names) {
                statement.execute("CREATE DATABASE " + name);
            }
        });
    }

    /** Drops all databases but PostgreSQL's own and Keycloak's. */
    void dropDatabases() {
        inAdministration(statement -> {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT quote_ident(datname) FROM pg_database WHERE NOT datistemplate AND datname NOT IN ('postgres', 'keycloak')")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
            }
        });
    }

    private interface Administration {
        void run(Statement statement) throws SQLException;
    }

    private void inAdministration(Administration work) {
        try (Connection connection = installation.connectAsAdministrator("postgres");
                Statement statement = connection.createStatement()) {
            work.run(statement);
        } catch (SQLException e) {
            throw new OperatorException("The databases for tests could not be created: " + e.getMessage(), e);
        }
    }

    /**
     * Creates the data folder under another name and renames it when it is complete, so that an interrupted start is
     * repeated.
     */
    private void initialise(Path binaries, Path place, UnprivilegedUser user) {
        Path data = place.resolveSibling("postgres.partial");
        try {
            delete(data);
            PrivateFile.createFolder(data);
            Path password = Files.createTempFile(installation.home(), "initdb", "");
            Files.writeString(password, installation.secrets().get("database.admin"));
            try {
                user.grantAccess(installation.home(), data, List.of(data, binaries.resolve("bin/initdb")));
                user.grantAccess(installation.home(), password, List.of(password));
                List<String> command = new ArrayList<>(List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + password));
                command.addAll(PostgresSettings.INITIALISATION);
                run(user.command(command));
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
        Path log = installation.processes().log(Component.POSTGRES);
        Files.createDirectories(log.toAbsolutePath().getParent());
        try {
            int code = new ProcessBuilder(command)
                    .directory(installation.home().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new OperatorException("PostgreSQL's data folder could not be created. The end of " + log + ":\n  "
                        + String.join("\n  ", installation.processes().tail(Component.POSTGRES, 20)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while PostgreSQL's data folder was being created.", e);
        }
    }

    private Path unpack() {
        Path target = installation.root().resolve(".parasol/dist/postgres-" + versions.postgres());
        PreparedOnce.prepare(target, () -> Files.exists(target.resolve("bin/postgres")), () -> unpack(target));
        return target;
    }

    private void unpack(Path target) {
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try (ZipFile jar = new ZipFile(installation
                .root()
                .resolve("deploy/local/target/dist/postgres-" + versions.postgres() + ".jar")
                .toFile())) {
            ZipEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new OperatorException(
                            "The downloaded PostgreSQL contains no archive.\nWhat to do: run ./parasol build."));
            try (InputStream stream = jar.getInputStream(archive);
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(stream))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, partial);
                }
            }
            Files.move(partial, target);
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
