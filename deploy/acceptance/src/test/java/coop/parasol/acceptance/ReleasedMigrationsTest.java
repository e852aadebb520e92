package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first tag on, what was released is frozen; schemas of events are held by contracts' CompatibilityTest. */
class ReleasedMigrationsTest {

    private static final String MIGRATION = "services/quality/src/main/resources/db/migration/V1000__quality.sql";

    @TempDir
    private Path root;

    @Test
    void no_migration_of_a_release_was_changed() {
        assertThat(ReleasedMigrations.changed(Path.of("../.."))).isEmpty();
    }

    @BeforeEach
    void a_release() throws IOException {
        write(MIGRATION, "create table batch ();");
        write(
                "contracts/released/0.1.0/migrations.sha256",
                ReleasedMigrations.digest(root.resolve(MIGRATION)) + "  " + MIGRATION + "\n");
    }

    @Test
    void as_released_it_is_no_change() {
        assertThat(ReleasedMigrations.changed(root)).isEmpty();
    }

    @Test
    void a_change_is_found() throws IOException {
        write(MIGRATION, "create table batch (id uuid);");

        assertThat(ReleasedMigrations.changed(root)).containsExactly(MIGRATION + " was changed since 0.1.0");
    }

    @Test
    void a_removal_is_found() throws IOException {
        Files.delete(root.resolve(MIGRATION));

        assertThat(ReleasedMigrations.changed(root)).containsExactly(MIGRATION + " was removed since 0.1.0");
    }

    @Test
    void a_release_without_a_list_is_found() throws IOException {
        Files.delete(root.resolve("contracts/released/0.1.0/migrations.sha256"));

        assertThat(ReleasedMigrations.changed(root)).hasSize(1);
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
