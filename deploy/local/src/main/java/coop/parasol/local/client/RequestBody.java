package coop.parasol.local.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * What a request sends.
 *
 * @param content which can be sent more than once
 * @param mediaType that it says it is
 */
record RequestBody(BodyPublisher content, String mediaType) {

    static RequestBody json(Object value) {
        return new RequestBody(BodyPublishers.ofString(Json.write(value)), "application/json");
    }

    static RequestBody file(byte[] bytes) {
        return new RequestBody(BodyPublishers.ofByteArray(bytes), "application/octet-stream");
    }
}
