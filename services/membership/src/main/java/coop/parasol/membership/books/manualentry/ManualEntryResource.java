package coop.parasol.membership.books.manualentry;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
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
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Caller caller;

    ManualEntryResource(
            PostManualEntry postManualEntry,
            JournalEntries journalEntries,
            ShareCount shareCount,
            FirmClock clock,
            FirmCurrency currency,
            Caller caller) {
        this.postManualEntry = postManualEntry;
        this.journalEntries = journalEntries;
        this.shareCount = shareCount;
        this.clock = clock;
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

    /** @param entry its number in the journal, once it is booked */
    public record View(
            UUID draftId,
            ManualEntryDraft.State state,
            LocalDate bookedOn,
            String narrative,
            @Nullable String reference,
            @Nullable Long reverses,
            List<NewLine> lines,
            String proposedBy,
            @Nullable String decidedBy,
            @Nullable Long entry) {}

    @POST
    @Path("/drafts")
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
        if (ManualEntryDraft.count("reverses = ?1 and state = ?2", number, ManualEntryDraft.State.PROPOSED) > 0) {
            throw Problem.refused("already-proposed", "The reversal of entry " + number + " is proposed already.");
        }
        return created(postManualEntry.proposeReversal(entry, reversal.reason().strip(), caller.actor()));
    }

    @GET
    @Path("/drafts")
    @Transactional
    @Operation(summary = "List the proposed manual entries, newest first")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        return query.newestFirst(
                        (before, maxRows) -> ManualEntryDraft.<ManualEntryDraft>find("id < ?1 order by id desc", before)
                                .range(0, maxRows - 1)
                                .list(),
                        draft -> draft.id)
                .map(this::view);
    }

    @GET
    @Path("/drafts/{draftId}")
    @Transactional
    @Operation(summary = "Read a proposed manual entry")
    public Response get(@PathParam("draftId") UUID draftId) {
        return answer(
                ManualEntryDraft.<ManualEntryDraft>findByIdOptional(draftId).orElseThrow(() -> unknown(draftId)));
    }

    @POST
    @Path("/drafts/{draftId}/approval")
    @Idempotent
    @Transactional
    @Operation(summary = "Approve and post a proposed manual entry, as a second person")
    public Response approve(@PathParam("draftId") UUID draftId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        shareCount.lock();
        ManualEntryDraft draft = proposed(draftId);
        ETags.requireMatch(ifMatch, draft.version);
        caller.requireSecondPerson(draft.proposedBy);
        return switch (postManualEntry.post(draft, Cause.of(caller.actor()))) {
            case PostManualEntry.Drafted booked -> answer(booked.draft());
            case PostManualEntry.Refused refused ->
                throw Problem.refused(refused.reason().code(), refused.reason().detail());
        };
    }

    @DELETE
    @Path("/drafts/{draftId}")
    @Transactional
    @Operation(summary = "Withdraw or turn down a proposed manual entry")
    public Response withdraw(@PathParam("draftId") UUID draftId) {
        ManualEntryDraft draft = proposed(draftId);
        draft.state = ManualEntryDraft.State.WITHDRAWN;
        draft.decidedBy = caller.actor();
        draft.decidedAt = clock.now();
        ManualEntryDraft.flush();
        return answer(draft);
    }

    private static ManualEntryDraft proposed(UUID draftId) {
        ManualEntryDraft draft = ManualEntryDraft.lock(draftId).orElseThrow(() -> unknown(draftId));
        if (draft.state != ManualEntryDraft.State.PROPOSED) {
            throw Problem.refused("not-proposed", "The draft is " + draft.state + ".");
        }
        return draft;
    }

    private Response created(PostManualEntry.Outcome outcome) {
        return switch (outcome) {
            case PostManualEntry.Drafted drafted ->
                Response.created(URI.create("/ledger/drafts/" + drafted.draft().id))
                        .entity(view(drafted.draft()))
                        .tag(ETags.of(drafted.draft().version))
                        .build();
            case PostManualEntry.Refused refused -> throw problem(refused.reason());
        };
    }

    private static Problem problem(ManualEntryRules.Refused reason) {
        return reason.field() == null
                ? Problem.refused(reason.code(), reason.detail())
                : Problem.invalid(reason.field(), reason.code(), reason.detail());
    }

    private Response answer(ManualEntryDraft draft) {
        return Response.ok(view(draft)).tag(ETags.of(draft.version)).build();
    }

    private View view(ManualEntryDraft draft) {
        return new View(
                draft.id,
                draft.state,
                draft.bookedOn,
                draft.narrative,
                draft.reference,
                draft.reverses,
                draft.lines.stream()
                        .map(line -> new NewLine(Account.valueOf(line.account), currency.money(line.amount)))
                        .toList(),
                draft.proposedBy,
                draft.decidedBy,
                draft.entry);
    }

    private static Problem unknown(UUID draftId) {
        return Problem.notFound("draft", draftId);
    }
}
