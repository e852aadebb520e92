package coop.parasol.local.orders;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Answer;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The second reading: rows of one order that stand together become one order. An order is sent with a key made of its content, so that
 * however often and from whichever file it comes, it is one.
 */
final class Import implements OrderFile.Visitor {

    /** As many lines as an order may have; a longer one becomes several. */
    private static final int MOST_LINES = 500;

    /** How often an order that was refused is asked for anew, over all imports. */
    private static final int MOST_ATTEMPTS = 50;

    private final Desk desk;
    private final CSVPrinter rejects;
    private final CSVPrinter notes;
    private final Bar bar;
    private final Instant begin;
    private final List<Row> pending = new ArrayList<>();
    private final List<CSVRecord> pendingCsv = new ArrayList<>();
    /** The first half of an order's digest -> how often it was there. */
    private final Map<UUID, Integer> seen = new HashMap<>();

    private final Set<UUID> taken = new HashSet<>();

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
        try {
            JsonNode answer = place(body(rows, first, reference));
            if (isRefused(answer)) {
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
        } catch (DateTimeException | IllegalArgumentException e) {
            ordersRefused++;
            refuse(rows, csv, "malformed order: " + e.getMessage());
        }
        bar.step(rows.size());
    }

    /**
     * An order that was accepted before is answered as it was. One that was refused before is asked for anew: what it
     * was refused for may have been put right.
     */
    private JsonNode place(Map<String, Object> order) {
        String key = key(Json.write(order));
        Answer answer = desk.logistics().postFor(Part.DISTRIBUTION, "/orders", order, key);
        for (int again = 2; answer.replayed() && isRefused(answer.body()) && again <= MOST_ATTEMPTS; again++) {
            answer = desk.logistics().postFor(Part.DISTRIBUTION, "/orders", order, key + "-again-" + again);
        }
        return answer.body();
    }

    private static boolean isRefused(JsonNode order) {
        return order.path("state").asText().equals("REFUSED");
    }

    /** Made of the content; the same content for the second time in a file is a second order. */
    private String key(String order) {
        byte[] digest = digest(order);
        ByteBuffer start = ByteBuffer.wrap(digest);
        int occurrence = seen.merge(new UUID(start.getLong(), start.getLong()), 1, Integer::sum);
        return "trade-" + HexFormat.of().formatHex(digest) + (occurrence == 1 ? "" : "-" + occurrence);
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
        rowsTaken += rows.size();
        if (taken.add(UUID.fromString(answer.path("orderId").asText()))) {
            orders++;
        }
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

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
