package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered with success.
 *
 * @param replayed whether it is the answer that an earlier request with the same key got
 */
public record Answer(JsonNode body, boolean replayed) {}
