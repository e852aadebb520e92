package coop.parasol.local.orders;

import java.io.Console;
import java.time.Duration;

/** Shows the progress of long work: on a terminal as a bar, elsewhere as a line for every tenth of the work. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final int STEPS_ELSEWHERE = 10;

    private final String what;
    private final long total;
    private final boolean terminal = onTerminal();
    private final long startedAt = System.nanoTime();
    private long done;
    private long shown = -1;

    ProgressBar(String what, long total) {
        this.what = what;
        this.total = total;
    }

    void step(long more) {
        done += more;
        long steps = terminal ? 200 : STEPS_ELSEWHERE;
        long at = total == 0 ? steps : done * steps / total;
        if (at != shown) {
            shown = at;
            show();
        }
    }

    void end() {
        if (terminal) {
            System.out.println();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // null in older virtual machines, not a terminal in newer ones
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private void show() {
        int filled = total == 0 ? WIDTH : (int) (done * WIDTH / total);
        String line = "  %-10s [%s%s] %,d of %,d, %d s"
                .formatted(
                        what,
                        "#".repeat(filled),
                        "-".repeat(WIDTH - filled),
                        done,
                        total,
                        Duration.ofNanos(System.nanoTime() - startedAt).toSeconds());
        if (terminal) {
            System.out.print("\r" + line);
            System.out.flush();
        } else {
            System.out.println(line);
        }
    }
}
