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

/** What is kept to oneself is whole, and closed to others also if it was open before. */
class PrivateFileTest {

    @TempDir
    Path home;

    @Test
    void a_file_that_others_could_read_is_closed_to_them() throws IOException {
        Path file = Files.writeString(home.resolve("kept"), "a long text of before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFile.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(home).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void a_write_that_fails_leaves_what_was_there_and_nothing_else() throws IOException {
        Path inTheWay = home.resolve("kept");
        Files.createDirectories(inTheWay.resolve("by/somebody"));

        assertThatThrownBy(() -> PrivateFile.write(inTheWay, "new")).isInstanceOf(UncheckedIOException.class);

        assertThat(inTheWay.resolve("by/somebody")).exists();
        assertThat(home).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void a_folder_that_others_could_enter_is_closed_to_them() throws IOException {
        Path folder = Files.createDirectories(home.resolve("data"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFile.createFolder(folder);

        assertThat(Files.getPosixFilePermissions(folder)).hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
    }
}
