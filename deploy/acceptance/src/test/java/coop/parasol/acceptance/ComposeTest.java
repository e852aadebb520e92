package coop.parasol.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.BrokerSettings;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.FirmSettings;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.PostgresSettings;
import coop.parasol.local.servers.ServerVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml runs the same system as the local start: components, ports, topics, environment. */
class ComposeTest {

    private static final Path WEB_SETTINGS =
            Path.of("../../services/web/src/main/resources/META-INF/microprofile-config.properties");

    /** The default maximum of Keycloak's connection pool. */
    private static final int KEYCLOAK_CONNECTIONS = 100;

    private static final Pattern KEYCLOAK_IMAGE = Pattern.compile("FROM quay.io/keycloak/keycloak:(\\S+)");
    private static final Path EXAMPLE = Path.of("../containers/env.example");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(PARASOL_\\w+)(?:}|:\\?)");
    private static final Pattern SETTING = Pattern.compile("#?(PARASOL_\\w+)=(.*)");
    private static final Pattern ASKED = Pattern.compile("=\\$\\{(PARASOL_\\w+):([^}]*)}");
    private static final Pattern FOUNDING_SETTING = Pattern.compile(" +([A-Z0-9_]+)\\(\"[\\w-]+\", \"(.*)\"\\)[,;]");
    private static final Path FOUNDING =
            Path.of("../../services/firm/src/main/java/coop/parasol/firm/rules/FoundingSetting.java");
    private static final Pattern BYLAW = Pattern.compile("parasol\\.bylaws\\.([\\w-]+)=(.*)");

    @TempDir
    Path home;

    @Test
    void services_and_the_portal_have_the_ports_and_environment_of_the_local_start() throws IOException {
        Installation local = Installation.at(Path.of("../.."), home, Ports.from(Map.of()));
        for (Component component : Component.applications()) {
            Map<String, Object> service = ComposeFile.service(component.id());
            Set<String> names = new TreeSet<>(ComposeFile.environment(service).keySet());
            Set<String> locally = new TreeSet<>(local.environment(component).keySet());
            names.removeIf(FirmSettings::isFirmSetting);
            locally.removeIf(FirmSettings::isFirmSetting);

            assertThat(names).as(component.id()).isEqualTo(locally);
            assertThat(ComposeFile.environment(service).get("PARASOL_HTTP_PORT"))
                    .isEqualTo(Integer.toString(component.defaultPort()));
            String management = Integer.toString(component.management().defaultPort());
            assertThat(ComposeFile.environment(service)).containsEntry("PARASOL_MANAGEMENT_PORT", management);
            assertThat(String.valueOf(service.get("ports")))
                    .as("the management port is not published")
                    .doesNotContain(management);
            assertThat(String.valueOf(service.get("ports"))).contains("127.0.0.1:" + component.defaultPort() + ":");
        }
        assertThat(String.valueOf(ComposeFile.service("postgres").get("ports")))
                .contains(":" + Component.POSTGRES.defaultPort() + ":");
        assertThat(String.valueOf(ComposeFile.service("keycloak").get("ports")))
                .contains(":" + Component.KEYCLOAK.defaultPort() + ":");
    }

    @Test
    void every_setting_of_the_firm_reaches_the_service_that_reads_it() throws IOException {
        Map<String, String> example = new TreeMap<>();
        for (String line : Files.readAllLines(EXAMPLE)) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches() && FirmSettings.isFirmSetting(setting.group(1))) {
                example.put(setting.group(1), setting.group(2));
            }
        }
        Map<String, String> defaults = new TreeMap<>();
        for (Component component : Component.services()) {
            Map<String, String> own = settings(component);
            Set<String> names = new TreeSet<>(
                    ComposeFile.environment(ComposeFile.service(component.id())).keySet());
            names.removeIf(name -> !FirmSettings.isFirmSetting(name));

            assertThat(names).as(component.id()).isEqualTo(new TreeSet<>(own.keySet()));
            defaults.putAll(own);
        }
        example.remove("PARASOL_FIRM_IBAN"); // a demonstration's, where the service has none
        defaults.remove("PARASOL_FIRM_IBAN");

        assertThat(example).isEqualTo(defaults);
    }

    /** The variables that a service's configuration asks for, with their defaults there. */
    private static Map<String, String> settings(Component component) throws IOException {
        Map<String, String> settings = foundingSettings();
        Path file = Path.of("../../services", component.id(), "src/main/resources/application.properties");
        for (String line : Files.readAllLines(file)) {
            Matcher asked = ASKED.matcher(line);
            Matcher bylaw = BYLAW.matcher(line);
            if (asked.find()) {
                if (FirmSettings.isFirmSetting(asked.group(1))) {
                    settings.put(asked.group(1), asked.group(2));
                }
            } else if (bylaw.matches()) {
                String name = bylaw.group(1).toUpperCase(Locale.ROOT).replace('-', '_');
                settings.put("PARASOL_BYLAWS_" + name, bylaw.group(2));
            }
        }
        return settings;
    }

    /** What is fixed at the founding, which every service reads and keeps, with the defaults of a founder that says nothing. */
    private static Map<String, String> foundingSettings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String line : Files.readAllLines(FOUNDING)) {
            Matcher setting = FOUNDING_SETTING.matcher(line);
            if (setting.matches()) {
                settings.put("PARASOL_FIRM_" + setting.group(1), setting.group(2));
            }
        }
        assertThat(settings).hasSize(6);
        return settings;
    }

    @Test
    void servers_have_the_versions_of_the_local_start() throws IOException {
        ServerVersions local = ServerVersions.built();

        assertThat(ComposeFile.service("postgres").get("image")).isEqualTo("postgres:" + twoNumbers(local.postgres()));
        assertThat(ComposeFile.service("kafka").get("image")).isEqualTo("apache/kafka:" + local.kafka());
        assertThat(KEYCLOAK_IMAGE
                        .matcher(Files.readString(ComposeFile.IMAGES))
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(2)
                .allMatch(local.keycloak()::equals);
    }

    /** PostgreSQL's own versions have two; the third is the artifact's. */
    private static String twoNumbers(String version) {
        return version.substring(0, version.lastIndexOf('.'));
    }

    @Test
    void data_is_kept_in_volumes() throws IOException {
        assertThat(String.valueOf(ComposeFile.service("postgres").get("volumes")))
                .contains("postgres:/var/lib/postgresql");
        assertThat(String.valueOf(ComposeFile.service("kafka").get("volumes")))
                .contains("kafka:"
                        + ComposeFile.environment(ComposeFile.service("kafka")).get("KAFKA_LOG_DIRS"));
    }

    /** Only bash can open a port as a file; the images' sh cannot. */
    @Test
    void health_checks_that_open_a_port_use_bash() throws IOException {
        for (Object service : ComposeFile.services().values()) {
            String health = String.valueOf(((Map<?, ?>) service).get("healthcheck"));
            if (health.contains("/dev/tcp")) {
                assertThat(health).contains("test=[CMD, bash, -c, ");
            }
        }
    }

    @Test
    void postgresql_allows_the_connections_of_all_services() throws IOException {
        String web = Files.readString(WEB_SETTINGS);
        int each = ComposeFile.number(web, "max-size=\\$\\{PARASOL_DB_CONNECTIONS:(\\d+)}");
        int all = ComposeFile.number(
                String.valueOf(ComposeFile.service("postgres").get("command")), "max_connections=(\\d+)");

        assertThat(all).isGreaterThanOrEqualTo(Component.services().size() * each + KEYCLOAK_CONNECTIONS);
    }

    @Test
    void kafka_and_postgresql_are_set_as_by_the_local_start() throws IOException {
        Map<String, String> kafka = ComposeFile.environment(ComposeFile.service("kafka"));
        BrokerSettings.all()
                .forEach((name, value) -> assertThat(kafka)
                        .containsEntry("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));

        assertThat(ComposeFile.service("postgres").get("command"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(Stream.concat(Stream.of("postgres"), PostgresSettings.arguments().stream())
                        .toArray());
        assertThat(ComposeFile.environment(ComposeFile.service("postgres")).get("POSTGRES_INITDB_ARGS"))
                .isEqualTo(String.join(" ", PostgresSettings.INITIALISATION));
    }

    /** So that a compromised service opens no other one and writes no other's topics. */
    @Test
    void no_two_services_share_a_secret() throws IOException {
        List<String> known = new ArrayList<>();
        for (Component component : Component.services()) {
            ComposeFile.environment(ComposeFile.service(component.id())).forEach((name, value) -> {
                if (name.endsWith("_PASSWORD") || name.endsWith("_SECRET")) {
                    known.add(value);
                }
            });
        }

        assertThat(known).hasSizeGreaterThan(2 * Component.services().size()).doesNotHaveDuplicates();
    }

    @Test
    void a_new_env_file_has_distinct_secrets_and_an_existing_one_keeps_its_own()
            throws IOException, InterruptedException {
        Path file = home.resolve(".env");

        makeEnv(file);
        List<String> made = Files.readAllLines(file);
        makeEnv(file);
        List<String> again = Files.readAllLines(file);
        Files.write(file, made.subList(0, 4));
        makeEnv(file);

        assertThat(again).isEqualTo(made);
        assertThat(Files.readAllLines(file)).startsWith(made.subList(0, 4).toArray(String[]::new));
        assertThat(names(file)).containsExactlyInAnyOrderElementsOf(names(EXAMPLE));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(made.stream().filter(line -> line.matches("PARASOL_\\w+=[0-9a-f]{32}")))
                .hasSizeGreaterThan(10)
                .extracting(line -> line.substring(line.indexOf('=')))
                .doesNotHaveDuplicates();
        assertThat(made).noneMatch(line -> line.matches("PARASOL_\\w+="));
    }

    private static void makeEnv(Path file) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("bash", "../containers/make-env.sh", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), UTF_8);

        assertThat(script.waitFor()).as(said).isZero();
    }

    /** The variables that are set in the file, without comments. */
    private static List<String> names(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    /** Variables with a default are in the example as comments. */
    @Test
    void every_required_variable_is_in_the_example() throws IOException {
        Set<String> asked = REQUIRED.matcher(Files.readString(ComposeFile.PATH))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).isNotEmpty().isEqualTo(new TreeSet<>(names(EXAMPLE)));
    }

    /** Where docker-compose is installed, it reads the file itself. */
    @Test
    void docker_compose_accepts_the_file() throws IOException, InterruptedException {
        Path program = Path.of("/usr/bin/docker-compose");
        if (!Files.isExecutable(program)) {
            assertThat(ComposeFile.file()).containsKeys("services", "volumes");
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(), "-f", ComposeFile.PATH.toString(), "config", "-q")
                .redirectErrorStream(true);
        for (String line : Files.readAllLines(EXAMPLE)) {
            if (line.contains("=") && !line.startsWith("#")) {
                String value = line.substring(line.indexOf('=') + 1);
                builder.environment().put(line.substring(0, line.indexOf('=')), value.isEmpty() ? "x" : value);
            }
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }
}
