package coop.parasol.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The Keycloak server with the realm {@code parasol}; its database is in PostgreSQL. */
final class Keycloak {

    private static final Duration START = Duration.ofMinutes(5);
    private static final String QUICK_START = "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private final Installation installation;
    private final Optional<MailServer> mailServer;
    private final RealmFirm firm;
    private final String name = "keycloak-" + ServerVersions.built().keycloak();

    /**
     * The server of an installation.
     *
     * @param settings of the firm and of its mail server, by environment variable
     */
    Keycloak(Installation installation, Map<String, String> settings) {
        this.installation = installation;
        this.mailServer = MailServer.of(settings);
        this.firm = RealmFirm.of(settings);
    }

    /** Unpacks the server and builds its optimised start once; later starts use the result. */
    void prepare() {
        Path built = folder().resolve(".parasol-built");
        PreparedOnce.prepare(folder(), () -> Files.exists(built), () -> build(built));
        prepareRealmImport();
    }

    private void build(Path built) {
        Path script = folder().resolve("bin/kc.sh");
        if (!Files.exists(script)) {
            unpack();
        }
        run(List.of(script.toString(), "build", "--db=postgres"));
        try {
            Files.createFile(built);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void launch() {
        List<String> command = List.of(
                folder().resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                // what --import-realm sets, which only imports from the folder of the server itself
                "-Dkeycloak.migration.dir=" + importFolder(),
                // the pages for signing in, which look like the portal's
                "--spi-theme--folder--dir=" + DemoSignIn.themes(installation),
                // the season adds its producers to a demo's page; a firm's pages do not change while it runs
                "--spi-theme--cache-themes=" + !installation.firstStart().isDemo(),
                "--spi-theme--cache-templates=" + !installation.firstStart().isDemo(),
                // alone, it opens no port to a cluster
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + installation.ports().of(Component.KEYCLOAK),
                "--http-management-port=0",
                "--hostname=" + installation.publicOrigin(),
                // services fetch keys, and this program administers, on loopback
                "--hostname-backchannel-dynamic=true",
                // who calls through the portal is told the public address, of tokens too, and is known by its own
                "--proxy-headers=xforwarded",
                "--proxy-trusted-addresses=127.0.0.1",
                "--hostname-admin=" + installation.url(Component.KEYCLOAK),
                // else all but one of a person's simultaneous sign-ins are refused
                "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true",
                "--log-level=warn");
        installation.launch(Component.KEYCLOAK, folder(), command, environment());
    }

    /** Waits for the realm and brings it to what its files say. */
    void awaitAndUpgrade() {
        awaitReady();
        RealmUpgrade.Values values = new RealmUpgrade.Values(
                installation.secrets().get("keycloak.clients"),
                installation.secrets().get("keycloak.partners"),
                installation.secrets().get("keycloak.portal"),
                installation.secrets().get("keycloak.notices"),
                installation.publicOrigin(),
                installation.firstStart().isDemo(),
                mailServer,
                firm);
        try (KeycloakAdmin admin = new KeycloakAdmin(
                installation.url(Component.KEYCLOAK), installation.secrets().get("keycloak.admin"))) {
            new RealmUpgrade(admin, values).apply(installation.root().resolve("deploy/keycloak"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String realm = installation.url(Component.KEYCLOAK) + "/realms/parasol";
            ReadinessProbe.await(
                    installation.processes(), Component.KEYCLOAK, START, () -> ReadinessProbe.returnsOk(client, realm));
        }
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("JAVA_HOME", System.getProperty("java.home")),
                Map.entry("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"),
                Map.entry("JAVA_OPTS_APPEND", QUICK_START),
                // it joins seven tables a permission, dozens of times a request, and planning each took ten times as
                // long as running it
                Map.entry("KC_DB_URL", installation.jdbcUrl("keycloak") + "?options=-c%20join_collapse_limit=3"),
                Map.entry("KC_DB_USERNAME", "keycloak"),
                Map.entry("KC_DB_PASSWORD", installation.secrets().get("database.keycloak")),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", installation.secrets().get("keycloak.admin")),
                Map.entry("PARASOL_CLIENT_SECRET", installation.secrets().get("keycloak.clients")),
                Map.entry("PARASOL_PARTNERS_SECRET", installation.secrets().get("keycloak.partners")),
                Map.entry("PARASOL_PORTAL_SECRET", installation.secrets().get("keycloak.portal")),
                Map.entry("PARASOL_NOTICES_SECRET", installation.secrets().get("keycloak.notices")),
                Map.entry("PARASOL_PUBLIC_ORIGIN", installation.publicOrigin()));
    }

    private Path folder() {
        return installation.root().resolve(".parasol/dist").resolve(name);
    }

    /**
     * The folder of the realm import, of this installation alone: another one of the same checkout may have other
     * users.
     */
    private Path importFolder() {
        return installation.home().resolve("data/keycloak").toAbsolutePath();
    }

    /**
     * Copies the realm, and the demo users if this is a demo; Keycloak imports them when the realm does not exist yet.
     */
    private void prepareRealmImport() {
        Path source = installation.root().resolve("deploy/keycloak");
        Path people = importFolder().resolve("parasol-users-0.json");
        try {
            Files.createDirectories(importFolder());
            DemoSignIn.copyThemes(installation);
            copy(source.resolve("parasol-realm.json"), importFolder().resolve("parasol-realm.json"));
            if (installation.firstStart().isDemo()) {
                copy(source.resolve("demo/parasol-users-0.json"), people);
            } else {
                Files.deleteIfExists(people);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private void run(List<String> command) {
        Path log = installation.processes().log(Component.KEYCLOAK);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_APPEND", QUICK_START);
            if (builder.start().waitFor() != 0) {
                throw new OperatorException("Keycloak's optimised start could not be built. The end of " + log + ":\n  "
                        + String.join("\n  ", installation.processes().tail(Component.KEYCLOAK, 20)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while Keycloak was being built.", e);
        }
    }

    private void unpack() {
        Path dist = installation.root().resolve(".parasol/dist");
        Path partial = dist.resolve(name + ".partial");
        Path archive = installation.root().resolve("deploy/local/target/dist/" + name + ".zip");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                entries.add(all.nextElement());
            }
            for (ZipEntry entry : entries) {
                Path file = partial.resolve(entry.getName()).normalize();
                if (!file.startsWith(partial)) {
                    throw new IOException("the archive reaches outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            Files.setPosixFilePermissions(
                    partial.resolve(name).resolve("bin/kc.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(partial.resolve(name), folder());
            Files.delete(partial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
