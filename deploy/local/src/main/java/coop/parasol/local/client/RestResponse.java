package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A successful response of a service.
 *
 * @param body the text of a table ({@code text/csv}) as one JSON text
 * @param replayed whether the service repeated its answer to an earlier request with the same idempotency key
 */
public record RestResponse(JsonNode body, boolean replayed) {}
