package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.ManualEntryRules;
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

/** Entries by hand at the border: what the firm earns and spends, by two persons of the treasury. */
@Path("/ledger")
@Tag(name = "Books")
@RolesAllowed("treasurer")
public class ManualEntryResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final PostManualEntry bookByHand;
    private final JournalEntries books;
    private final Firm firm;
    private final Caller caller;

    ManualEntryResource(PostManualEntry bookByHand, JournalEntries books, Firm firm, Caller caller) {
        this.bookByHand = bookByHand;
        this.books = books;
        this.firm = firm;
        this.caller = caller;
    }

    /** @param bookedOn the day it counts for; absent for today */
    public record NewEntry(
            @Nullable LocalDate bookedOn,
            @NotBlank @Size(max = 500) String narrative,
            @Nullable @Size(min = 1, max = 200) String reference,
            @NotNull @Size(min = 2, max = 100) List<@NotNull @Valid NewLine> lines) {}

    /** @param amount debits positive, credits negative */
    public record NewLine(@NotNull Account account, @NotNull Money amount) {}

    /** Why an entry is taken back. */
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
    @Operation(summary = "Propose an entry by hand; members' accounts, equity and pools move by decisions only")
    public Response propose(@Valid @NotNull NewEntry wish) {
        List<ManualEntryRules.Wish> lines = new ArrayList<>();
        for (int i = 0; i < wish.lines().size(); i++) {
            NewLine line = wish.lines().get(i);
            if (!line.amount().currency().equals(firm.currency())) {
                throw Problem.invalid(
                        "lines[" + i + "].amount.currency",
                        "wrong-currency",
                        "The firm's currency is " + firm.currency() + ".");
            }
            lines.add(new ManualEntryRules.Wish(line.account(), line.amount().minor()));
        }
        return created(
                bookByHand.propose(lines, wish.narrative().strip(), wish.reference(), wish.bookedOn(), caller.actor()));
    }

    @POST
    @Path("/entries/{entry}/reversal")
    @Idempotent
    @Transactional
    @Operation(summary = "Propose to take back an entry that was booked by hand, with a new one that names it")
    public Response reverse(@PathParam("entry") long number, @Valid @NotNull Reversal reversal) {
        JournalEntries.EntryView entry = books.entry(number).orElseThrow(() -> Problem.notFound("entry", number));
        if (ManualEntryDraft.count("reverses = ?1 and state = ?2", number, ManualEntryDraft.State.PROPOSED) > 0) {
            throw Problem.refused("already-proposed", "The reversal of entry " + number + " is proposed already.");
        }
        return created(bookByHand.proposeReversal(entry, reversal.reason().strip(), caller.actor()));
    }

    @GET
    @Path("/drafts")
    @Transactional
    @Operation(summary = "Entries proposed by hand, newest first")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        List<ManualEntryDraft> fetched = ManualEntryDraft.<ManualEntryDraft>find(
                        "id < ?1 order by id desc", query.afterId().orElse(LAST))
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, draft -> draft.id.toString()).map(this::view);
    }

    @GET
    @Path("/drafts/{draftId}")
    @Transactional
    @Operation(summary = "One of them")
    public Response get(@PathParam("draftId") UUID draftId) {
        return answer(
                ManualEntryDraft.<ManualEntryDraft>findByIdOptional(draftId).orElseThrow(() -> unknown(draftId)));
    }

    @POST
    @Path("/drafts/{draftId}/approval")
    @Idempotent
    @Transactional
    @Operation(summary = "Book it, as a second person")
    public Response approve(@PathParam("draftId") UUID draftId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        firm.lock();
        ManualEntryDraft draft = proposed(draftId);
        ETags.requireMatch(ifMatch, draft.version);
        caller.requireSecondPerson(draft.proposedBy);
        return switch (bookByHand.book(draft, Cause.of(caller.actor()))) {
            case PostManualEntry.Drafted booked -> answer(booked.draft());
            case PostManualEntry.Refused refused ->
                throw Problem.refused(refused.why().code(), refused.why().detail());
        };
    }

    @DELETE
    @Path("/drafts/{draftId}")
    @Transactional
    @Operation(summary = "Withdraw or turn down what is proposed")
    public Response withdraw(@PathParam("draftId") UUID draftId) {
        ManualEntryDraft draft = proposed(draftId);
        draft.state = ManualEntryDraft.State.WITHDRAWN;
        draft.decidedBy = caller.actor();
        draft.decidedAt = firm.now();
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
            case PostManualEntry.Refused refused -> throw problem(refused.why());
        };
    }

    private static Problem problem(ManualEntryRules.Refused why) {
        return why.field() == null
                ? Problem.refused(why.code(), why.detail())
                : Problem.invalid(why.field(), why.code(), why.detail());
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
                        .map(line -> new NewLine(Account.valueOf(line.account), firm.money(line.amount)))
                        .toList(),
                draft.proposedBy,
                draft.decidedBy,
                draft.entry);
    }

    private static Problem unknown(UUID draftId) {
        return Problem.notFound("draft", draftId);
    }
}
