package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What can be rebuilt is declared whole: read models are written by handlers of the declared events and by nobody else. */
class ReadModelsTest {

    static final List<String> SERVICES = ArchitectureRules.SERVICES;

    private static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(Stream.concat(
                            Stream.of(
                                    Path.of("../../contracts/target/classes"),
                                    Path.of("../../services/messaging/target/classes")),
                            SERVICES.stream().map(name -> Path.of("../../services", name, "target/classes")))
                    .toList());
    private static final JavaClasses SEEDED = new ClassFileImporter(
                    List.of((ImportOption) location -> location.contains("/seeded/")))
            .importPackages("coop.parasol.acceptance.seeded");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void every_service_has_a_read_model(String service) {
        assertThat(new ReadModelRules("coop.parasol", CODE).readModels())
                .extracting(JavaClass::getPackageName)
                .anyMatch(name -> name.startsWith("coop.parasol." + service + "."));
    }

    @Test
    void read_models_are_written_by_handlers_of_the_declared_events_alone() {
        assertThat(new ReadModelRules("coop.parasol", CODE).undeclared()).isEmpty();
    }

    @Test
    void seeded_violations_are_found() {
        assertThat(new ReadModelRules("coop.parasol.acceptance.seeded", SEEDED).undeclared())
                .containsExactlyInAnyOrder(
                        "WritesACopy writes to CopiedNames and is no handler",
                        "CopiedNames and the handlers of its service differ in MemberRenamed",
                        "CopiedNames and the handlers of its service differ in MemberMoved");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void no_other_source_writes_the_tables_of_a_read_model(String service) {
        Map<Path, String> sources = sources(Path.of("../../services", service, "src/main/java"));
        List<String> found = new ArrayList<>();
        sources.forEach((file, source) -> {
            if (source.contains("implements ReadModel")) {
                Map<String, Set<String>> copies = ReadModelRules.copies(source);
                assertThat(copies).as("copies of " + file).isNotEmpty();
                copies.forEach((table, columns) -> sources.forEach((other, text) -> {
                    if (!other.equals(file) && !isHelper(table, other)) {
                        ReadModelRules.writes(text, table, columns)
                                .forEach(statement -> found.add(other.getFileName() + ": " + statement));
                    }
                }));
            }
        });
        assertThat(found).isEmpty();
    }

    /** A class through which a read model writes columns, beside which it has others of the service's own. */
    private static boolean isHelper(String table, Path source) {
        return (table.equals("demand_outlook") && source.endsWith("DemandOutlook.java"))
                || (table.equals("partner_demand") && source.endsWith("PartnerDemand.java"));
    }

    @Test
    void a_write_is_found_by_its_table_and_columns() {
        assertThat(ReadModelRules.writes("\"update pool_goods set sold = 1\"", "pool_goods", Set.of()))
                .hasSize(1);
        assertThat(ReadModelRules.writes("\"select * from pool_goods for update\"", "pool_goods", Set.of()))
                .isEmpty();
        assertThat(ReadModelRules.writes("\"update fair_share set allocated = 1\"", "fair_share", Set.of("committed")))
                .isEmpty();
        assertThat(ReadModelRules.writes("\"update fair_share set committed = 1\"", "fair_share", Set.of("committed")))
                .hasSize(1);
    }

    private static Map<Path, String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(file -> file, ReadModelsTest::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
