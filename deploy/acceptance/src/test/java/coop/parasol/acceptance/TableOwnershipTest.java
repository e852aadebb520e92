package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every table has one owning feature; no other feature's SQL, JPQL or entity names it. */
class TableOwnershipTest {

    static final List<String> SERVICES = Stream.concat(ArchitectureRules.SERVICES.stream(), Stream.of("portal"))
            .toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void no_feature_names_a_table_of_another(String service) {
        Path module = Path.of("../../services", service);

        assertThat(TableOwnership.violations(
                        module.resolve("src/main/resources/db/migration"),
                        module.resolve("src/main/java/coop/parasol/" + service)))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_tables_of_every_service_are_found(String service) {
        assertThat(TableOwnership.owners(Path.of("../../services", service, "src/main/resources/db/migration")))
                .hasSizeGreaterThan(3);
    }

    @BeforeEach
    void an_example() throws IOException {
        write("db/V1.sql", """
                -- exit: one row for each member that leaves
                create table exit_case (id uuid primary key);
                -- ledger: what is booked
                CREATE TABLE ledger_entry (number bigint primary key);
                """);
        write("shop/exit/ExitCase.java", "@Entity\npublic class ExitCase {}");
    }

    @Test
    void an_owners_own_statements_are_no_violation() throws IOException {
        write("shop/exit/Find.java", "String sql = \"select 1 from exit_case\"; String jpql = \"from ExitCase\";");

        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SEEDED")
    void a_seeded_violation_is_found(String statement) throws IOException {
        write("shop/books/ledger/Seeded.java", "class Seeded { String sql = " + statement + "; }");

        assertThat(found()).anyMatch(line -> line.contains("Seeded.java"));
    }

    static final List<String> SEEDED = List.of(
            "\"select 1 from exit_case\"",
            "\"select * from ledger_entry e, exit_case c\"",
            "\"\"\"\n    update exit_case set id = null\n    \"\"\"",
            "\"delete from ledger_entry using exit_case x where true\"",
            "\"with gone as (delete from only exit_case returning id) select 1\"",
            "\"select c from ExitCase c where c.id = ?1\"",
            "\"select count(*) from \" + TABLE");

    @Test
    void the_treasury_references_no_table_of_membership_or_the_books() {
        assertThat(TableOwnership.foreignKeysOut(
                        Path.of("../../services/membership/src/main/resources/db/migration"), "treasury"))
                .isEmpty();
    }

    @Test
    void a_foreign_key_out_of_an_area_is_found() throws IOException {
        write("db/V2.sql", """
                -- treasury.payment: what is owed
                create table payable (id uuid primary key, entry bigint references ledger_entry, own uuid references payable);
                """);

        assertThat(TableOwnership.foreignKeysOut(folder.resolve("db"), "treasury"))
                .containsExactly("payable references ledger_entry");
    }

    @Test
    void an_entity_on_a_table_of_another_feature_is_found() throws IOException {
        write("shop/exit/Copy.java", "@Entity\n@Table(name = \"ledger_entry\")\npublic class Copy {}");

        assertThat(found()).containsExactly("Copy.java of exit names the table ledger_entry of ledger");
    }

    @Test
    void a_table_without_an_owner_is_found() throws IOException {
        write("db/V2.sql", "create table stray (id int);");

        assertThat(found()).anyMatch(line -> line.contains("stray"));
    }

    @Test
    void words_in_comments_are_no_statements() throws IOException {
        write("shop/share/Talk.java", "// \"select 1 from exit_case\"\n/* \"from exit_case\" */ char quote = '\"';");

        assertThat(found()).isEmpty();
    }

    private List<String> found() {
        return TableOwnership.violations(folder.resolve("db"), folder.resolve("shop"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
