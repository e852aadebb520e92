package coop.parasol.production.machine;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.production.machine.rules.MachineToken;
import coop.parasol.production.member.Member;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.OwnerOnly;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: a producer's machines, which report batches without a person. Nobody but the producer makes, sees or revokes them. */
@Path("/machines")
@Tag(name = "Machines")
@RolesAllowed("producer")
public class MachineResource {

    private static final int MAX_MACHINES = 50;

    private final SecureRandom random = new SecureRandom();
    private final FirmClock clock;
    private final Caller caller;

    MachineResource(FirmClock clock, Caller caller) {
        this.clock = clock;
        this.caller = caller;
    }

    /** @param name in your own words, such as "scale at the packing table" */
    public record NewMachine(@NotBlank @Size(max = 100) String name) {}

    /** Whether a machine can sign in. */
    public enum MachineState {
        /** it never had a token */
        WITHOUT_TOKEN,
        /** it has a token */
        ACTIVE,
        /** it can do nothing any more */
        REVOKED
    }

    /**
     * A machine.
     *
     * @param issuedAt when its present token was issued; absent while it never had one
     * @param revokedAt since when it can do nothing; absent while it may
     */
    public record MachineView(
            UUID machineId,
            UUID memberId,
            String name,
            MachineState state,
            Instant madeAt,
            @Nullable Instant issuedAt,
            @Nullable Instant revokedAt) {

        static MachineView of(Machine machine) {
            MachineState state = machine.tokenDigest == null ? MachineState.WITHOUT_TOKEN : MachineState.ACTIVE;
            return new MachineView(
                    machine.id,
                    machine.memberId,
                    machine.name,
                    machine.revokedAt == null ? state : MachineState.REVOKED,
                    machine.madeAt,
                    machine.issuedAt,
                    machine.revokedAt);
        }
    }

    /** @param token shown this once; the machine sends it with each call as {@code Authorization: Bearer} */
    public record IssuedToken(UUID machineId, String token) {}

    @POST
    @OwnerOnly
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addMachine",
            summary = "Add a machine, such as a scale, that is to report batches of yours without a person")
    public Response add(@Valid @NotNull NewMachine machine) {
        Member member = Member.lock(caller.member())
                .filter(known -> known.state != Member.State.LEFT)
                .orElseThrow(() -> Problem.refused("member-not-active", "Only a member has machines."));
        if (Machine.countNotRevoked(member.id) >= MAX_MACHINES) {
            throw Problem.refused(
                    "too-many-machines", "You have " + MAX_MACHINES + " machines; revoke those that are not used.");
        }
        Machine added = new Machine();
        added.id = Ids.next();
        added.memberId = member.id;
        added.name = machine.name().strip();
        added.madeBy = caller.actor();
        added.madeAt = clock.now();
        added.persist();
        return Response.created(URI.create("/machines"))
                .entity(MachineView.of(added))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listMachines",
            summary = "List your machines in the order in which they were added, revoked ones too")
    public Page<MachineView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.member();
        return query.byId((after, maxRows) -> Machine.ofMember(memberId, after, maxRows), machine -> machine.id)
                .map(MachineView::of);
    }

    @POST
    @Path("/{machineId}/token")
    @OwnerOnly
    @Transactional
    @Operation(
            operationId = "issueMachineToken",
            summary = "Issue the token of a machine, which is shown this once; one that it had before ends at once")
    public IssuedToken issue(@PathParam("machineId") UUID machineId) {
        Machine machine = own(machineId);
        if (machine.revokedAt != null) {
            throw Problem.refused("machine-revoked", "The machine is revoked; add another one.");
        }
        byte[] secret = new byte[MachineToken.SECRET_BYTES];
        random.nextBytes(secret);
        MachineToken token = MachineToken.of(machine.id, secret);
        machine.tokenDigest = token.digest();
        machine.issuedAt = clock.now();
        return new IssuedToken(machine.id, token.text());
    }

    @DELETE
    @Path("/{machineId}")
    @Transactional
    @Operation(
            operationId = "revokeMachine",
            summary = "Revoke a machine: from this moment on its token is good for nothing; what it has reported stays")
    public MachineView revoke(@PathParam("machineId") UUID machineId) {
        Machine machine = own(machineId);
        if (machine.revokedAt == null) {
            machine.revokedAt = clock.now();
            machine.tokenDigest = null;
        }
        return MachineView.of(machine);
    }

    private Machine own(UUID machineId) {
        return Machine.lockOwn(caller.member(), machineId).orElseThrow(() -> Problem.notFound("machine", machineId));
    }
}
