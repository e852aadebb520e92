package coop.parasol.local.orders;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.contracts.Period;
import coop.parasol.csv.CsvWriter;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.client.RestResponse;
import coop.parasol.local.servers.Component;
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
import org.apache.commons.csv.CSVRecord;

/**
 * Places the orders of a file, in a second pass over it: successive rows with the same order number and customer become one
 * order. Its idempotency key is a digest of its content, so that importing the same order again places none.
 */
final class OrderSubmitter implements OrderFile.RowHandler {

    /** As many lines as distribution accepts in one order; a longer order is split. */
    private static final int MAX_LINES_PER_ORDER = 500;

    /** How often an order that is refused is placed at most, over all imports. */
    private static final int MAX_ATTEMPTS = 50;

    private final MasterDataImport masterData;
    private final CsvWriter rejects;
    private final CsvWriter priceDifferences;
    private final ProgressBar progress;
    private final Instant startedAt;
    private final OrderFileSummary summary;
    private final Period thisWeek;
    /** The rows so far of orders of which more follow. */
    private final Map<OrderFileSummary.OrderKey, PendingOrder> pending = new HashMap<>();
    /** How often an order of the same content occurred in this file, by the first half of its digest. */
    private final Map<UUID, Integer> occurrences = new HashMap<>();

    private final Set<UUID> acceptedOrderIds = new HashSet<>();

    /** Number of rejected rows by kind of reason. */
    final Map<String, Long> rejected = new TreeMap<>();

    long rowsAccepted;
    long orders;
    long ordersAcceptedBefore;
    long ordersRefused;
    long differentPrices;

    OrderSubmitter(
            MasterDataImport masterData,
            CsvWriter rejects,
            CsvWriter priceDifferences,
            ProgressBar progress,
            Instant startedAt,
            OrderFileSummary summary,
            Period thisWeek) {
        this.masterData = masterData;
        this.rejects = rejects;
        this.priceDifferences = priceDifferences;
        this.progress = progress;
        this.startedAt = startedAt;
        this.summary = summary;
        this.thisWeek = thisWeek;
    }

    private record PendingOrder(List<OrderRow> rows, List<CSVRecord> csv) {}

    /** Collects the rows of an order, wherever in the file they stand, and places it with its last one. */
    @Override
    public void row(OrderRow row, CSVRecord csv) {
        String incomplete = summary.incomplete.get(row.order());
        if (incomplete != null) {
            rejected(row.line(), "incomplete order: " + incomplete, csv, row.order());
            return;
        }
        OrderFileSummary.OrderKey key = OrderFileSummary.OrderKey.of(row);
        PendingOrder order =
                pending.computeIfAbsent(key, first -> new PendingOrder(new ArrayList<>(), new ArrayList<>()));
        order.rows().add(row);
        order.csv().add(csv);
        if (order.rows().size() == summary.rowsOfOrder.getOrDefault(key, 0)) {
            pending.remove(key);
            submit(order);
        }
    }

    @Override
    public void rejected(long line, String reason, CSVRecord csv, String order) {
        progress.step(1);
        reject(line, reason, csv);
    }

    private void submit(PendingOrder order) {
        int size = order.rows().size();
        for (int from = 0; from < size; from += MAX_LINES_PER_ORDER) {
            int to = Math.min(size, from + MAX_LINES_PER_ORDER);
            send(order.rows().subList(from, to), order.csv().subList(from, to), from / MAX_LINES_PER_ORDER);
        }
    }

    private void send(List<OrderRow> rows, List<CSVRecord> csv, int part) {
        OrderRow first = rows.getFirst();
        String reference = first.order() + (part == 0 ? "" : "/" + (part + 1));
        try {
            JsonNode answer = place(body(rows, first, reference));
            if (isRefused(answer)) {
                ordersRefused++;
                String why = "order refused: "
                        + answer.path("refusal").path("reason").asText();
                rejectRows(rows, csv, why);
            } else {
                recordAccepted(rows, answer);
            }
        } catch (ProblemResponseException refusal) {
            ordersRefused++;
            rejectRows(rows, csv, "order refused: " + refusal.code() + " " + refusal.field() + " " + refusal.detail());
        } catch (DateTimeException | IllegalArgumentException e) {
            ordersRefused++;
            rejectRows(rows, csv, "malformed order: " + e.getMessage());
        }
        progress.step(rows.size());
    }

    /**
     * Places the order. If an earlier import had placed it and it was accepted, that order is returned; if it was refused, it
     * is placed again under another key, because the reason for the refusal may be gone.
     */
    private JsonNode place(Map<String, Object> order) {
        String key = key(Json.write(order));
        RestResponse answer = masterData.logisticsDesk().postForResponse(Component.DISTRIBUTION, "/orders", order, key);
        for (int attempt = 2; answer.replayed() && isRefused(answer.body()) && attempt <= MAX_ATTEMPTS; attempt++) {
            answer = masterData
                    .logisticsDesk()
                    .postForResponse(Component.DISTRIBUTION, "/orders", order, key + "-again-" + attempt);
        }
        return answer.body();
    }

    private static boolean isRefused(JsonNode order) {
        return order.path("state").asText().equals("REFUSED");
    }

    /** The order's idempotency key; the same content a second time in one file is a second order. */
    private String key(String order) {
        byte[] digest = digest(order);
        ByteBuffer start = ByteBuffer.wrap(digest);
        int occurrence = occurrences.merge(new UUID(start.getLong(), start.getLong()), 1, Integer::sum);
        return "trade-" + HexFormat.of().formatHex(digest) + (occurrence == 1 ? "" : "-" + occurrence);
    }

    private Map<String, Object> body(List<OrderRow> rows, OrderRow first, String reference) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (OrderRow row : rows) {
            lines.add(new TreeMap<>(Map.of(
                    "product",
                    row.product(),
                    "quantity",
                    new TreeMap<>(Json.quantity(row.quantity(), MasterDataImport.UNIT)))));
        }
        Map<String, Object> order = new TreeMap<>();
        order.put("partnerId", MasterDataImport.partnerId(first.customer()).toString());
        order.put("reference", reference);
        Period week = Period.of(first.date());
        // no order is taken for a week that is over: what is older is wanted now
        if (week.compareTo(thisWeek) >= 0) {
            order.put("period", week.toString());
        }
        order.put("lines", lines);
        return order;
    }

    private void recordAccepted(List<OrderRow> rows, JsonNode answer) {
        rowsAccepted += rows.size();
        if (acceptedOrderIds.add(UUID.fromString(answer.path("orderId").asText()))) {
            orders++;
        }
        if (Instant.parse(answer.path("placedAt").asText()).isBefore(startedAt)) {
            ordersAcceptedBefore++;
        }
        Map<Integer, JsonNode> lines = new HashMap<>();
        answer.path("lines").forEach(line -> lines.put(line.path("line").asInt(), line));
        for (int i = 0; i < rows.size(); i++) {
            JsonNode line = lines.get(i + 1);
            BigDecimal price = line == null ? BigDecimal.ZERO : pricePerUnit(line.path("unitPrice"));
            if (price.compareTo(rows.get(i).price()) != 0) {
                differentPrices++;
                recordPriceDifference(rows.get(i), price);
            }
        }
    }

    /** A price may be for 100 or 1,000 units; those of the file are for one. */
    private static BigDecimal pricePerUnit(JsonNode unitPrice) {
        return Json.number(unitPrice)
                .divide(BigDecimal.valueOf(unitPrice.path("per").asInt(1)));
    }

    private void rejectRows(List<OrderRow> rows, List<CSVRecord> csv, String reason) {
        for (int i = 0; i < rows.size(); i++) {
            reject(rows.get(i).line(), reason, csv.get(i));
        }
    }

    private void reject(long line, String reason, CSVRecord csv) {
        int colon = reason.indexOf(':');
        rejected.merge(colon < 0 ? reason : reason.substring(0, colon), 1L, Long::sum);
        List<Object> cells = new ArrayList<>(List.of(line, reason));
        cells.addAll(csv.toList());
        rejects.row(cells);
    }

    private void recordPriceDifference(OrderRow row, BigDecimal price) {
        priceDifferences.row(row.line(), row.order(), row.product(), row.price(), price);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
