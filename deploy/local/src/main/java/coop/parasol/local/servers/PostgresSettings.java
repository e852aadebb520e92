package coop.parasol.local.servers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What PostgreSQL is set to, wherever it runs: by the local start and in containers, where docker-compose.yml has the same
 * values. A test compares the two.
 */
public final class PostgresSettings {

    /** How a new data folder is initialised: sort order and encoding cannot be changed later. */
    public static final List<String> INITIALISATION = List.of("--encoding=UTF8", "--locale=C.UTF-8");

    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            // after a checkpoint each page is logged whole once: seldom enough that a busy hour does not pay for it all
            // the time
            "checkpoint_timeout", "15min",
            // statements are short and come in numbers: to compile one costs more than to run it
            "jit", "off",
            "max_connections", "300",
            // segments of the log that are kept for use again; a new one is written with zeros first, while commits
            // wait
            "min_wal_size", "512MB",
            "shared_buffers", "256MB",
            "wal_level", "logical"));

    private PostgresSettings() {}

    /** The server's parameters as {@code -c name=value}, in the order of their names. */
    public static List<String> arguments() {
        return SETTINGS.entrySet().stream()
                .flatMap(setting -> List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
                .toList();
    }
}
