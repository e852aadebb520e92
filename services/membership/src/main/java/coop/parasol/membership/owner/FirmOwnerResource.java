package coop.parasol.membership.owner;

import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.owner.FirmOwners.FirmOwner;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: which firms have one owner; a producer sees with whom it is counted as one. */
@Path("/firm-owners")
@Tag(name = "Members")
public class FirmOwnerResource {

    private static final String[] DESKS = {"registrar", "treasurer"};

    private final FirmOwners owners;
    private final MemberRegister members;
    private final Caller caller;

    FirmOwnerResource(FirmOwners owners, MemberRegister members, Caller caller) {
        this.owners = owners;
        this.members = members;
        this.caller = caller;
    }

    /**
     * A firm that has one owner with others.
     *
     * @param ownerId the same for all firms of the owner; it names nobody
     * @param otherFirms of the same owner
     * @param recordedAt since when it is recorded
     */
    public record FirmOwnerView(UUID memberId, String name, UUID ownerId, List<Firm> otherFirms, Instant recordedAt) {}

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "listFirmOwners",
            summary = "List the firms that have one owner with others, with those; a producer sees its own firm")
    public Page<FirmOwnerView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        Page<FirmOwner> page =
                query.byId((after, maxRows) -> owners.page(memberId, after, maxRows), FirmOwner::memberId);
        Map<UUID, UUID> groups =
                owners.ofGroupsOf(page.items().stream().map(FirmOwner::memberId).toList());
        Map<UUID, String> names = members.names(groups.keySet());
        return page.map(firm -> view(firm, groups, names));
    }

    private static FirmOwnerView view(FirmOwner firm, Map<UUID, UUID> groups, Map<UUID, String> names) {
        List<Firm> others = groups.keySet().stream()
                .filter(other -> !other.equals(firm.memberId()))
                .filter(other -> firm.ownerId().equals(groups.get(other)))
                .sorted()
                .map(other -> Firm.of(other, names))
                .toList();
        return new FirmOwnerView(
                firm.memberId(), Firm.of(firm.memberId(), names).name(), firm.ownerId(), others, firm.recordedAt());
    }
}
