package coop.parasol.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.acceptance.Constitution.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** Valid request bodies: {@code valid-bodies.json} has one for each endpoint of the access matrix that takes JSON. */
record RequestBodies(JsonNode valid) {

    /** Endpoints that need no body, because the address says everything. */
    private static final Set<String> WITHOUT_BODY = Set.of(
            "membership POST /members/{id}/admission",
            "membership POST /members/{id}/bank-account/proposals/{proposalId}/approval",
            "membership POST /members/{id}/account/one-time-password",
            "membership POST /members/{id}/account/resets/{resetId}/approval",
            "membership POST /members/{id}/account/resets/{resetId}/password-part",
            "membership POST /members/{id}/erasure",
            "membership POST /firm-owners/proposals/{id}/approval",
            "membership POST /staff-accounts/proposals/{id}/approval",
            "membership POST /members/{id}/people/{accountId}/one-time-password",
            "membership POST /staff-accounts/{id}/invitation",
            "membership POST /staff-accounts/{id}/removal",
            "membership POST /ledger/check",
            "membership POST /payables/{id}/hold-decisions/{decisionId}/approval",
            "membership POST /payment-runs/{id}/approval",
            "membership POST /exits/{id}/reversal/approval",
            "membership POST /ledger/manual-entries/{id}/approval",
            "membership POST /periods/{id}/closing/approval",
            "membership POST /periods/{id}/revolving",
            "quality POST /standards/{id}/approval",
            "quality POST /signing-keys",
            "quality POST /batches/{id}/inspections/decision",
            "quality POST /batches/{id}/claim",
            "quality POST /recalls/{id}/approval",
            "quality POST /lot-releases/{id}/approval",
            "quality POST /corrective-actions/{id}/acceptance",
            "production POST /batches/{id}/withdrawal",
            "production POST /machines/{id}/token",
            "pricing POST /price-lists/{id}/approval",
            "pricing POST /settlements/{id}/approval",
            "pricing POST /pool-closings/{id}/approval",
            "pricing POST /advance-rates/{id}/approval",
            "distribution POST /partners/{id}/accounts/{accountId}/one-time-password",
            "distribution POST /stock/check",
            "distribution POST /recall-notices/{id}/acknowledgement",
            "distribution POST /shipments/{id}/delivery",
            "distribution POST /exits/{id}/goods/{batchId}/handover",
            "distribution POST /exits/{id}/goods/{batchId}/purchase/approval",
            "distribution POST /exits/{id}/goods/{batchId}/refusal");

    /** An endpoint of every service. */
    private static final String REPLAY = "POST /dead-letters/{id}/replay";

    /** Endpoints that take files of other formats; their own tests send malformed ones. */
    private static final Set<String> FILES = Set.of(
            "membership POST /bank-statements",
            "quality PUT /batches/{id}/attachments/{attachmentId}",
            "quality PUT /batches/{id}/photos/{photoId}",
            "production POST /batches/stream",
            "distribution POST /forecasts/file");

    /** An endpoint whose body is optional: nearly every body would make the season's producer leave the firm. */
    private static final Set<String> LEAVING = Set.of("membership POST /exits");

    static RequestBodies read() {
        try (InputStream file = Objects.requireNonNull(RequestBodies.class.getResourceAsStream("/valid-bodies.json"))) {
            return new RequestBodies(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(Endpoint endpoint) {
        return valid.has(endpoint.toString());
    }

    JsonNode of(Endpoint endpoint) {
        return valid.get(endpoint.toString());
    }

    /** Whether the endpoint is exempt from the tests that change single fields of a valid body. */
    static boolean isExempt(Endpoint endpoint) {
        String call = endpoint.toString();
        return WITHOUT_BODY.contains(call)
                || FILES.contains(call)
                || LEAVING.contains(call)
                || endpoint.call().equals(REPLAY);
    }

    /** Whether the endpoint takes a file of another format than JSON. */
    static boolean takesFile(Endpoint endpoint) {
        return FILES.contains(endpoint.toString());
    }

    static Set<String> exempt() {
        Set<String> all = new java.util.TreeSet<>(WITHOUT_BODY);
        all.addAll(FILES);
        all.addAll(LEAVING);
        return all;
    }
}
