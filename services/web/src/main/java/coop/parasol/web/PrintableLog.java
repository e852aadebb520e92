package coop.parasol.web;

import coop.parasol.contracts.PrintableText;
import io.quarkus.logging.LoggingFilter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes log records so that no text from outside can pass for a record of its own or reach a terminal as a command
 * (CWE-117): control characters are escaped, and the second and every further line of a message begins with a bar.
 */
@LoggingFilter(name = "printable")
public final class PrintableLog implements Filter {

    private static final String NEXT_LINE = "\n  | ";
    private static final int MAX_CAUSES = 50;
    private static final ExtFormatter MESSAGE = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord record) {
            return formatMessage(record);
        }
    };

    @Override
    public boolean isLoggable(LogRecord logged) {
        if (logged instanceof ExtLogRecord record) {
            String message = String.valueOf(MESSAGE.format(record));
            @Nullable Throwable thrown = record.getThrown();
            if (thrown != null && isUnprintable(thrown)) {
                message += "\n" + stackTrace(thrown);
                record.setThrown(null);
            }
            String printable = printable(message);
            if (!printable.equals(message)) {
                record.setMessage(printable, ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        return true;
    }

    static String printable(String message) {
        return message.replace("\r\n", "\n")
                .lines()
                .map(line -> PrintableText.of(line.replace("\t", "    ")))
                .collect(Collectors.joining(NEXT_LINE));
    }

    private static boolean isUnprintable(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            String message = String.valueOf(cause.getMessage());
            if (!PrintableText.of(message).equals(message)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
