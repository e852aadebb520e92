package coop.parasol.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.acceptance.Constitution.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** What the calls of the constitution take: {@code valid-bodies.json} has one valid body for each that takes JSON. */
record Bodies(JsonNode valid) {

    /** Whoever calls these says it all with the address. */
    private static final Set<String> WITHOUT_BODY = Set.of(
            "membership POST /members/{id}/admission",
            "membership POST /members/{id}/bank-account/proposals/{proposalId}/approval",
            "membership POST /members/{id}/account/one-time-password",
            "membership POST /payment-runs/{id}/approval",
            "membership POST /exits/{id}/taking-back/approval",
            "membership POST /ledger/drafts/{id}/approval",
            "membership POST /periods/{id}/closing/approval",
            "membership POST /periods/{id}/revolving",
            "quality POST /standards/{id}/approval",
            "quality POST /signing-keys",
            "quality POST /corrective-actions/{id}/acceptance",
            "pricing POST /price-lists/{id}/approval",
            "pricing POST /settlements/{id}/approval",
            "distribution POST /orders/{id}/dispatches",
            "distribution POST /shipments/{id}/delivery",
            "distribution POST /exits/{id}/buy-in");

    /** On every service. */
    private static final String REPLAY = "POST /dead-letters/{id}/replay";

    /** Files of other formats; their own tests send them broken in every way. */
    private static final Set<String> FILES =
            Set.of("membership POST /bank-statements", "quality PUT /batches/{id}/attachments/{attachmentId}");

    /** Nothing but a reason that may be absent: nearly every body would make the season's producer leave the firm. */
    private static final Set<String> LEAVING = Set.of("membership POST /exits");

    static Bodies read() {
        try (InputStream file = Objects.requireNonNull(Bodies.class.getResourceAsStream("/valid-bodies.json"))) {
            return new Bodies(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(Row row) {
        return valid.has(row.toString());
    }

    JsonNode of(Row row) {
        return valid.get(row.toString());
    }

    /** Whether it stands somewhere why no valid body is sent with a few fields turned hostile. */
    static boolean isExcused(Row row) {
        String call = row.toString();
        return WITHOUT_BODY.contains(call)
                || FILES.contains(call)
                || LEAVING.contains(call)
                || row.call().equals(REPLAY);
    }

    static Set<String> excused() {
        Set<String> all = new java.util.TreeSet<>(WITHOUT_BODY);
        all.addAll(FILES);
        all.addAll(LEAVING);
        return all;
    }
}
