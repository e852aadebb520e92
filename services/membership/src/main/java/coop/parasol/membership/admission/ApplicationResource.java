package coop.parasol.membership.admission;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.member.Address;
import coop.parasol.membership.member.MemberView;
import coop.parasol.web.AccountEmail;
import coop.parasol.web.Compact;
import coop.parasol.web.Idempotent;
import coop.parasol.web.MailLanguage;
import coop.parasol.web.Problem;
import coop.parasol.web.RateLimited;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.valueextraction.Unwrapping;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applying for membership over REST: anyone may. */
@Path("/applications")
@Tag(name = "Members")
public class ApplicationResource {

    private final ApplyForMembership applyForMembership;
    private final ConfirmAddress confirmAddress;
    private final FirmCurrency currency;

    ApplicationResource(ApplyForMembership applyForMembership, ConfirmAddress confirmAddress, FirmCurrency currency) {
        this.applyForMembership = applyForMembership;
        this.confirmAddress = confirmAddress;
        this.currency = currency;
    }

    /**
     * A firm that applies for membership.
     *
     * @param registrationNumber in its own country's register; one membership at a time
     * @param email becomes the name of its login; one membership at a time
     * @param capabilities what it can make or process, in its own words
     * @param language in which it is invited, and written to until it chooses another; absent where nobody has asked it
     * @param iban its bank account; whoever has none yet names it later, and is not paid before
     */
    public record Application(
            @NotBlank @Size(max = 200) String name,

            @NotNull(payload = Unwrapping.Skip.class) @Size(max = 100) Identifier registrationNumber,

            @NotNull FirmKind kind,
            @NotNull @AccountEmail String email,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 60) String> capabilities,
            @Nullable @Valid Address address,
            @Nullable @Compact @Size(max = 50) String iban,
            @Nullable MailLanguage language) {

        private ApplyForMembership.Application toUseCase() {
            return new ApplyForMembership.Application(
                    name,
                    registrationNumber,
                    kind,
                    email,
                    capabilities == null ? List.of() : capabilities,
                    address,
                    iban,
                    language);
        }
    }

    @POST
    @PermitAll
    @RateLimited("applications")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "applyForMembership",
            summary = "Apply for membership as a producer; the registrar decides on it")
    public Response apply(@Valid @NotNull Application application) {
        return switch (applyForMembership.apply(application.toUseCase())) {
            case ApplyForMembership.Applied applied ->
                Response.created(URI.create("/members/" + applied.member().id))
                        .entity(MemberView.of(applied.member(), currency, currency.money(0)))
                        .build();
            case ApplyForMembership.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    /** @param token the last part of the link that was mailed */
    public record Confirmation(@NotBlank @Size(max = 200) String token) {}

    @POST
    @Path("/confirmation")
    @PermitAll
    @RateLimited("confirmations")
    @Transactional
    @Operation(
            operationId = "confirmApplicantsAddress",
            summary = "Confirm the e-mail address of an application by the link that was mailed there; once, within its"
                    + " days")
    public void confirm(@Valid @NotNull Confirmation confirmation) {
        confirmAddress.confirm(confirmation.token()).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
    }
}
