package coop.parasol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * For how long the machine's processors and a disk have worked since the machine started, as Linux counts it (proc(5)). Where
 * something is not counted it is NaN.
 *
 * @param busy processor time of all processors, in the kernel's units
 * @param total the same with the time in which they did nothing or waited for a disk
 * @param diskMillis in which the disk had something to do
 * @param nanoTime when this was read
 */
public record MachineTimes(double busy, double total, double diskMillis, long nanoTime) {

    private static final Path PROCESSORS = Path.of("/proc/stat");
    private static final Path DISKS = Path.of("/proc/diskstats");
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final int DISK_NAME = 2;
    private static final int DISK_MILLIS = 12;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * The part of the time in which there was something to do, from 0 to 1; NaN where it is not counted.
     *
     * @param processors of all of them together
     * @param disk a disk that works on several requests at once may do more even at 1
     */
    public record Use(double processors, double disk) {}

    /** @param file on the disk that is looked at */
    public static MachineTimes now(Path file) throws IOException {
        long now = System.nanoTime();
        if (!Files.isReadable(PROCESSORS)) {
            return new MachineTimes(Double.NaN, Double.NaN, Double.NaN, now);
        }
        double[] all = Arrays.stream(fields(Files.readAllLines(PROCESSORS).getFirst()))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
        double total = Arrays.stream(all).sum();
        return new MachineTimes(total - all[IDLE] - all[WAITING_FOR_DISK], total, diskMillis(file), now);
    }

    public Use since(MachineTimes before) {
        return new Use(
                (busy - before.busy) / (total - before.total),
                Math.min(1, (diskMillis - before.diskMillis) * NANOS_PER_MILLI / (nanoTime - before.nanoTime)));
    }

    private static double diskMillis(Path file) throws IOException {
        List<String> disks = Files.isReadable(DISKS) ? Files.readAllLines(DISKS) : List.of();
        Path device = Path.of(Files.getFileStore(file).name()).getFileName();
        return disks.stream()
                .map(MachineTimes::fields)
                .filter(fields -> device != null && fields[DISK_NAME].equals(device.toString()))
                .mapToDouble(fields -> Double.parseDouble(fields[DISK_MILLIS]))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String[] fields(String line) {
        return line.trim().split("\\s+");
    }
}
