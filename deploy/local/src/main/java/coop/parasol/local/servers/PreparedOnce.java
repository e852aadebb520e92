package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What commands of a checkout share, and would prepare at once: one prepares it, the others wait and find it there. The system lets
 * the lock go when the process that holds it ends, however that ends.
 */
final class PreparedOnce {

    /** The system's lock is the whole process's. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private PreparedOnce() {}

    /**
     * Prepares something unless it is there.
     *
     * @param folder that is prepared; its lock is a file of its name beside it
     * @param isThere whether all of it is
     */
    static void prepare(Path folder, BooleanSupplier isThere, Runnable work) {
        if (isThere.getAsBoolean()) {
            return;
        }
        Path file = folder.resolveSibling(folder.getFileName() + ".lock").toAbsolutePath();
        ReentrantLock here = HERE.computeIfAbsent(file, any -> new ReentrantLock());
        here.lock();
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!isThere.getAsBoolean()) {
                    work.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            here.unlock();
        }
    }
}
