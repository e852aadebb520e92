package coop.parasol.local.orders;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The second reading: rows of one order that stand together become one order. An order is sent with a key made of its content, so that
 * however often and from whichever file it comes, it is one.
 */
final class Import implements OrderFile.Visitor {

    /** As many lines as an order may have; a longer one becomes several. */
    private static final int MOST_LINES = 500;

    private final Desk desk;
    private final CSVPrinter rejects;
    private final CSVPrinter notes;
    private final Bar bar;
    private final Instant begin;
    private final List<Row> pending = new ArrayList<>();
    private final List<CSVRecord> pendingCsv = new ArrayList<>();

    /** Reason -> how many rows were not taken for it. */
    final Map<String, Long> rejected = new TreeMap<>();

    long rowsTaken;
    long orders;
    long ordersKnownBefore;
    long ordersRefused;
    long differentPrices;

    Import(Desk desk, CSVPrinter rejects, CSVPrinter notes, Bar bar, Instant begin) {
        this.desk = desk;
        this.rejects = rejects;
        this.notes = notes;
        this.bar = bar;
        this.begin = begin;
    }

    @Override
    public void row(Row row, CSVRecord csv) {
        if (!pending.isEmpty() && !belongsTo(row, pending.getFirst())) {
            end();
        }
        pending.add(row);
        pendingCsv.add(csv);
    }

    @Override
    public void rejected(long line, String reason, CSVRecord csv) {
        bar.step(1);
        reject(line, reason, csv);
    }

    /** Sends the order that was being collected. */
    void end() {
        for (int from = 0; from < pending.size(); from += MOST_LINES) {
            int to = Math.min(pending.size(), from + MOST_LINES);
            send(pending.subList(from, to), pendingCsv.subList(from, to), from / MOST_LINES);
        }
        pending.clear();
        pendingCsv.clear();
    }

    private static boolean belongsTo(Row row, Row order) {
        return row.order().equals(order.order()) && row.customer().equals(order.customer());
    }

    private void send(List<Row> rows, List<CSVRecord> csv, int part) {
        Row first = rows.getFirst();
        String reference = first.order() + (part == 0 ? "" : "/" + (part + 1));
        Map<String, Object> order = body(rows, first, reference);
        try {
            JsonNode answer =
                    desk.logistics().post(Part.DISTRIBUTION, "/orders", order, "trade-" + digest(Json.write(order)));
            if (answer.path("state").asText().equals("REFUSED")) {
                ordersRefused++;
                String why = "order refused: "
                        + answer.path("refusal").path("reason").asText();
                refuse(rows, csv, why);
            } else {
                take(rows, answer);
            }
        } catch (Refusal refusal) {
            ordersRefused++;
            refuse(rows, csv, "order refused: " + refusal.code() + " " + refusal.field() + " " + refusal.detail());
        }
        bar.step(rows.size());
    }

    private static Map<String, Object> body(List<Row> rows, Row first, String reference) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(new TreeMap<>(Map.of(
                    "product", row.product(), "quantity", new TreeMap<>(Json.quantity(row.quantity(), Desk.UNIT)))));
        }
        Map<String, Object> order = new TreeMap<>();
        order.put("partnerId", Desk.partnerId(first.customer()).toString());
        order.put("reference", reference);
        order.put("period", coop.parasol.contracts.Period.of(first.date()).toString());
        order.put("lines", lines);
        return order;
    }

    private void take(List<Row> rows, JsonNode answer) {
        orders++;
        rowsTaken += rows.size();
        if (Instant.parse(answer.path("placedAt").asText()).isBefore(begin)) {
            ordersKnownBefore++;
        }
        Map<Integer, JsonNode> lines = new HashMap<>();
        answer.path("lines").forEach(line -> lines.put(line.path("line").asInt(), line));
        for (int i = 0; i < rows.size(); i++) {
            JsonNode line = lines.get(i + 1);
            BigDecimal price = line == null ? BigDecimal.ZERO : Json.number(line.path("unitPrice"));
            if (price.compareTo(rows.get(i).price()) != 0) {
                differentPrices++;
                note(rows.get(i), price);
            }
        }
    }

    private void refuse(List<Row> rows, List<CSVRecord> csv, String reason) {
        for (int i = 0; i < rows.size(); i++) {
            reject(rows.get(i).line(), reason, csv.get(i));
        }
    }

    private void reject(long line, String reason, CSVRecord csv) {
        int colon = reason.indexOf(':');
        rejected.merge(colon < 0 ? reason : reason.substring(0, colon), 1L, Long::sum);
        try {
            rejects.print(line);
            rejects.print(reason);
            rejects.printRecord(csv.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Row row, BigDecimal price) {
        try {
            notes.printRecord(row.line(), row.order(), row.product(), row.price(), price);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
