package coop.parasol.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which statements a service sends, and how often, as PostgreSQL logs them while a few orders are placed. */
final class StatementLog {

    private static final Pattern EXECUTED =
            Pattern.compile("distribution LOG: +(?:execute [^:]*|statement): *(?<sql>.*)");
    private static final int SHOWN_CHARACTERS = 70;

    private final Connection administrator;
    private final Path log;

    StatementLog(Connection administrator, Path log) {
        this.administrator = administrator;
        this.log = log;
    }

    /** Runs the work, and returns how often each statement of distribution was sent for each order that it has placed. */
    String whilst(IntSupplier work) throws SQLException, IOException, InterruptedException {
        set("log_line_prefix = '%a '", "log_statement = 'all'");
        Thread.sleep(500);
        int before = Files.readAllLines(log).size();
        int orders = work.getAsInt();
        Thread.sleep(2_000);
        List<String> logged = Files.readAllLines(log);
        set("log_line_prefix = default", "log_statement = default");
        Map<String, Integer> statements = new HashMap<>();
        for (int line = Math.min(before, logged.size()); line < logged.size(); line++) {
            Matcher executed = EXECUTED.matcher(logged.get(line));
            if (executed.matches()) {
                String sql = executed.group("sql").strip();
                String text = sql.isEmpty() && line + 1 < logged.size()
                        ? logged.get(line + 1).strip()
                        : sql;
                statements.merge(text.substring(0, Math.min(SHOWN_CHARACTERS, text.length())), 1, Integer::sum);
            }
        }
        return statements.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(20)
                .map(one -> "  %5.2f  %s".formatted((double) one.getValue() / orders, one.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private void set(String... settings) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            for (String setting : settings) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
    }
}
