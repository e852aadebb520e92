package coop.parasol.membership.firm;

import coop.parasol.firm.FoundedFirm;
import coop.parasol.firm.rules.FoundingSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of what was fixed at the founding. */
@Path("/firm")
@Tag(name = "Firm")
public class FirmResource {

    private final FoundedFirm firm;

    FirmResource(FoundedFirm firm) {
        this.firm = firm;
    }

    /**
     * The firm.
     *
     * @param zone IANA time zone whose days and weeks are the firm's
     * @param currency ISO 4217 code of all its amounts
     * @param country ISO 3166-1 alpha-2; absent where it was founded without one
     */
    public record FirmView(
            String name,
            String zone,
            String currency,
            @Nullable String country) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "getFirm",
            summary = "Show what the firm is called, and its zone, currency and country, as founded")
    public FirmView firm() {
        FoundingSettings settings = firm.settings();
        return new FirmView(settings.name(), settings.zone().getId(), settings.currency(), settings.country());
    }
}
