package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.membership.Firm;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Asking to join: anyone may. */
@Path("/applications")
@Tag(name = "Members")
public class ApplicationResource {

    private final Admission admission;
    private final Firm firm;
    private final Caller caller;

    ApplicationResource(Admission admission, Firm firm, Caller caller) {
        this.admission = admission;
        this.firm = firm;
        this.caller = caller;
    }

    /**
     * A firm that asks to join.
     *
     * @param registrationNumber in its own country's register; one membership at a time
     * @param email becomes the name of its account
     * @param capabilities what it can do, as free words
     * @param iban its bank account; whoever has none yet names it later, and is not paid before
     */
    public record Application(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 100) String registrationNumber,
            @NotNull FirmKind kind,
            @NotBlank @Email @Size(max = 254) String email,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 60) String> capabilities,
            @Nullable @Valid Address address,
            @Nullable @Size(max = 50) String iban) {}

    @POST
    @PermitAll
    @Idempotent
    @Transactional
    @Operation(summary = "Apply for membership")
    public Response apply(@Valid @NotNull Application application) {
        if (Member.isLive(application.registrationNumber().strip())) {
            throw Problem.refused("already-applied", "A firm with this registration number has applied already.");
        }
        Member member = admission.apply(application, Cause.of(caller.actor()));
        return Response.created(URI.create("/members/" + member.id))
                .entity(MemberView.of(member, firm, firm.money(0)))
                .build();
    }
}
