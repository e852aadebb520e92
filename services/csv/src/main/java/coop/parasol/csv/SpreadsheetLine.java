package coop.parasol.csv;

import java.util.ArrayList;
import java.util.List;

/** A line that was copied from a spreadsheet or saved as CSV: its cells have tabs, semicolons or commas between them. */
public final class SpreadsheetLine {

    private SpreadsheetLine() {}

    /** Spreadsheets copy tabs; files have semicolons where the comma is the decimal sign. */
    public static char separator(String line) {
        if (line.indexOf('\t') >= 0) {
            return '\t';
        }
        return line.indexOf(';') >= 0 ? ';' : ',';
    }

    /** The cells of a line, numbers in Latin digits; what is in quotation marks may have separators, and two marks for one (RFC 4180). */
    public static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(TypedDigits.latin(cell.toString().strip()));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(TypedDigits.latin(cell.toString().strip()));
        return cells;
    }
}
