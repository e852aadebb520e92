package coop.parasol.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk in a file: its content as it lies can be copied, without what the operating system only has in its memory. */
final class LoopDisk {

    private final Path image;

    private LoopDisk(Path image) {
        this.image = image;
    }

    /** Whether this process may mount such disks: it is root and there are loop devices. */
    static boolean isPossible() throws IOException, InterruptedException {
        return System.getProperty("user.name").equals("root")
                && Files.exists(Path.of("/dev/loop-control"))
                && exitCode(List.of("losetup", "--find")) == 0;
    }

    static LoopDisk create(Path image, String size) throws IOException, InterruptedException {
        run("truncate", "-s", size, image.toString());
        run("mkfs.ext4", "-q", "-F", image.toString());
        return new LoopDisk(image);
    }

    void mount(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("mount", "-o", "loop,noatime,commit=300", image.toString(), folder.toString());
    }

    static void unmount(Path folder) throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    /** What is on the disk now, and would be after a power cut. */
    LoopDisk copy(Path other) throws IOException, InterruptedException {
        run("cp", "--sparse=always", image.toString(), other.toString());
        return new LoopDisk(other);
    }

    static void run(String... command) throws IOException, InterruptedException {
        int code = exitCode(List.of(command));
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    private static int exitCode(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
