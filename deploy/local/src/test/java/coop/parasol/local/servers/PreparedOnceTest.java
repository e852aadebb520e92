package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedOnceTest {

    @TempDir
    private Path folder;

    @Test
    void of_several_processes_one_prepares_and_the_others_wait_until_all_is_there() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Installation.java(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Preparation.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output" + i).toFile())
                    .start());
        }

        for (int i = 0; i < 3; i++) {
            assertThat(processes.get(i).waitFor())
                    .as(Files.readString(folder.resolve("output" + i)))
                    .isZero();
        }
        assertThat(folder.resolve("shared")).isDirectory();
    }

    /** A program that prepares a folder slowly, and fails where another does so meanwhile or where it then is not there. */
    static final class Preparation {

        private Preparation() {}

        public static void main(String[] arguments) {
            Path shared = Path.of(arguments[0], "shared");
            Path partial = Path.of(arguments[0], "partial");
            PreparedOnce.prepare(shared, () -> Files.exists(shared), () -> {
                try {
                    Files.createDirectory(partial);
                    LockSupport.parkNanos(300_000_000L);
                    Files.move(partial, shared);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            if (!Files.exists(shared)) {
                throw new IllegalStateException("it is not there");
            }
        }
    }
}
