package coop.parasol.acceptance.seeded.quality.batch;

import jakarta.ws.rs.GET;

/** An endpoint that does not say who may call it. */
public final class OpenResource {

    @GET
    public String anyone() {
        return "";
    }
}
