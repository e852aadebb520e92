package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Private files are complete and readable by their owner only, also if they were open before. */
class PrivateFileTest {

    @TempDir
    Path home;

    @Test
    void a_file_that_others_could_read_is_restricted_to_its_owner() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "a long text of before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFile.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(home).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void a_failed_write_leaves_the_previous_content_and_no_temporary_file() throws IOException {
        Path inTheWay = home.resolve("file");
        Files.createDirectories(inTheWay.resolve("by/somebody"));

        assertThatThrownBy(() -> PrivateFile.write(inTheWay, "new")).isInstanceOf(UncheckedIOException.class);

        assertThat(inTheWay.resolve("by/somebody")).exists();
        assertThat(home).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void a_folder_that_others_could_enter_is_restricted_to_its_owner() throws IOException {
        Path folder = Files.createDirectories(home.resolve("data"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFile.createFolder(folder);

        assertThat(Files.getPosixFilePermissions(folder)).hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
    }
}
