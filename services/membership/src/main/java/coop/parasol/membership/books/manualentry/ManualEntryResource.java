package coop.parasol.membership.books.manualentry;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.JournalEntries;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.manualentry.rules.ManualEntryRules;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Manual journal entries over REST: what the firm earns and spends, proposed by one treasurer and approved by another. */
@Path("/ledger")
@Tag(name = "Books")
@RolesAllowed("treasurer")
public class ManualEntryResource {

    private final PostManualEntry postManualEntry;
    private final JournalEntries journalEntries;
    private final ShareCount shareCount;
    private final FirmCurrency currency;
    private final Caller caller;

    ManualEntryResource(
            PostManualEntry postManualEntry,
            JournalEntries journalEntries,
            ShareCount shareCount,
            FirmCurrency currency,
            Caller caller) {
        this.postManualEntry = postManualEntry;
        this.journalEntries = journalEntries;
        this.shareCount = shareCount;
        this.currency = currency;
        this.caller = caller;
    }

    /**
     * A manual entry as it is requested.
     *
     * @param bookedOn the day it counts for; absent for today
     */
    public record NewEntry(
            @Nullable LocalDate bookedOn,
            @NotBlank @Size(max = 500) String narrative,
            @Nullable @Size(min = 1, max = 200) String reference,
            @NotNull @Size(min = 2, max = 100) List<@NotNull @Valid NewLine> lines) {}

    /** @param amount debits positive, credits negative */
    public record NewLine(@NotNull Account account, @NotNull Money amount) {}

    /** Why an entry is to be reversed. */
    public record Reversal(@NotBlank @Size(max = 500) String reason) {}

    /** @param entry its number in the journal, once it is posted */
    public record View(
            UUID manualEntryId,
            ManualEntry.State state,
            LocalDate bookedOn,
            String narrative,
            @Nullable String reference,
            @Nullable Long reverses,
            List<NewLine> lines,
            String proposedBy,
            @Nullable String decidedBy,
            @Nullable Long entry) {}

    @POST
    @Path("/manual-entries")
    @Idempotent
    @Transactional
    @Operation(
            summary = "Propose a manual entry; members' accounts, equity and pools move by decisions and events only")
    public Response propose(@Valid @NotNull NewEntry requested) {
        List<ManualEntryRules.RequestedLine> lines = new ArrayList<>();
        for (int i = 0; i < requested.lines().size(); i++) {
            NewLine line = requested.lines().get(i);
            if (!currency.matches(line.amount())) {
                throw Problem.invalid(
                        "lines[" + i + "].amount.currency",
                        "wrong-currency",
                        "The firm's currency is " + currency.code() + ".");
            }
            lines.add(new ManualEntryRules.RequestedLine(
                    line.account(), line.amount().minor()));
        }
        return created(postManualEntry.propose(
                lines, requested.narrative().strip(), requested.reference(), requested.bookedOn(), caller.actor()));
    }

    @POST
    @Path("/entries/{entry}/reversal")
    @Idempotent
    @Transactional
    @Operation(summary = "Propose to reverse a manual entry, by a new one that names it")
    public Response reverse(@PathParam("entry") long number, @Valid @NotNull Reversal reversal) {
        JournalEntries.EntryView entry =
                journalEntries.byNumber(number).orElseThrow(() -> Problem.notFound("entry", number));
        if (ManualEntry.count("reverses = ?1 and state = ?2", number, ManualEntry.State.PROPOSED) > 0) {
            throw Problem.refused("already-proposed", "The reversal of entry " + number + " is proposed already.");
        }
        return created(postManualEntry.proposeReversal(entry, reversal.reason().strip(), caller.actor()));
    }

    @GET
    @Path("/manual-entries")
    @Transactional
    @Operation(summary = "List the proposed manual entries, of one state or all, newest first")
    public Page<View> list(@BeanParam @Valid PageQuery query, @QueryParam("state") ManualEntry.@Nullable State state) {
        return query.newestFirst(
                        (before, maxRows) -> ManualEntry.newest(state, before, maxRows),
                        (ManualEntry manualEntry) -> manualEntry.id)
                .map(this::view);
    }

    @GET
    @Path("/manual-entries/{manualEntryId}")
    @Transactional
    @Operation(summary = "Read a proposed manual entry")
    public Response get(@PathParam("manualEntryId") UUID manualEntryId) {
        return answer(
                ManualEntry.<ManualEntry>findByIdOptional(manualEntryId).orElseThrow(() -> unknown(manualEntryId)));
    }

    @POST
    @Path("/manual-entries/{manualEntryId}/approval")
    @Idempotent
    @Transactional
    @Operation(summary = "Approve and post a proposed manual entry, as a second person")
    public Response approve(
            @PathParam("manualEntryId") UUID manualEntryId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        shareCount.lock();
        ETags.requireMatch(ifMatch, ManualEntry.lock(manualEntryId).orElseThrow(() -> unknown(manualEntryId)).version);
        return decided(manualEntryId, postManualEntry.approve(manualEntryId, Cause.of(caller.actor())));
    }

    @DELETE
    @Path("/manual-entries/{manualEntryId}")
    @Transactional
    @Operation(summary = "Withdraw or turn down a proposed manual entry")
    public Response withdraw(
            @PathParam("manualEntryId") UUID manualEntryId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, ManualEntry.lock(manualEntryId).orElseThrow(() -> unknown(manualEntryId)).version);
        return decided(manualEntryId, postManualEntry.withdraw(manualEntryId, caller.actor()));
    }

    private Response decided(UUID manualEntryId, PostManualEntry.Decision decision) {
        return switch (decision) {
            case PostManualEntry.Stored stored -> answer(stored.entry());
            case PostManualEntry.Refused refused ->
                throw Problem.refused(refused.reason().code(), refused.reason().detail());
            case PostManualEntry.UnknownEntry unknown -> throw unknown(manualEntryId);
            case PostManualEntry.NotProposed not ->
                throw Problem.refused("not-proposed", "The manual entry is " + not.state() + ".");
            case PostManualEntry.SamePerson same -> throw Problem.of(same.reason());
        };
    }

    private Response created(PostManualEntry.Outcome outcome) {
        return switch (outcome) {
            case PostManualEntry.Stored stored ->
                Response.created(URI.create("/ledger/manual-entries/" + stored.entry().id))
                        .entity(view(stored.entry()))
                        .tag(ETags.of(stored.entry().version))
                        .build();
            case PostManualEntry.Refused refused -> throw problem(refused.reason());
        };
    }

    private static Problem problem(ManualEntryRules.Refused reason) {
        return reason.field() == null
                ? Problem.refused(reason.code(), reason.detail())
                : Problem.invalid(reason.field(), reason.code(), reason.detail());
    }

    private Response answer(ManualEntry manualEntry) {
        return Response.ok(view(manualEntry)).tag(ETags.of(manualEntry.version)).build();
    }

    private View view(ManualEntry manualEntry) {
        return new View(
                manualEntry.id,
                manualEntry.state,
                manualEntry.bookedOn,
                manualEntry.narrative,
                manualEntry.reference,
                manualEntry.reverses,
                manualEntry.lines.stream()
                        .map(line -> new NewLine(Account.valueOf(line.account), currency.money(line.amount)))
                        .toList(),
                manualEntry.proposedBy,
                manualEntry.decidedBy,
                manualEntry.entry);
    }

    private static Problem unknown(UUID manualEntryId) {
        return Problem.notFound("manual entry", manualEntryId);
    }
}
