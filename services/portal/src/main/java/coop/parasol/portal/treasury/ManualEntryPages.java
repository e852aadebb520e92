package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Entries that treasurers make themselves: one proposes, a second approves. */
@Path("treasury/entries")
@Blocking
final class ManualEntryPages {

    private static final List<String> STATES = List.of("PROPOSED", "POSTED", "WITHDRAWN");
    private static final int PAGE = 50;
    private static final List<Integer> ROWS = List.of(0, 1, 2, 3, 4, 5);
    private static final String HOME = "/treasury/entries/";

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final LedgerClient ledger;
    private final Firm firm;

    ManualEntryPages(@RestClient LedgerClient ledger, Firm firm) {
        this.ledger = ledger;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance manualEntries(
                Listed<LedgerClient.ManualEntry> entries, List<String> states, String state, String more);

        static native TemplateInstance manualEntry(LedgerClient.ManualEntry entry, String seen);

        static native TemplateInstance proposeEntry(
                List<LedgerClient.AccountBalance> accounts, List<Integer> rows, FormFields form);

        static native TemplateInstance reverseEntry(long number, FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        return Templates.manualEntries(
                ledger.manualEntries(after, PAGE, chosen),
                STATES,
                chosen == null ? "" : chosen,
                ListAddress.of("/treasury/entries").with("state", chosen).more());
    }

    @GET
    @Path("{entryId}")
    public TemplateInstance show(@PathParam("entryId") UUID entryId) {
        var entry = ledger.manualEntry(entryId);
        return Templates.manualEntry(entry.getEntity(), entry.getHeaderString(HttpHeaders.ETAG));
    }

    @GET
    @Path("propose")
    public TemplateInstance form() {
        List<LedgerClient.AccountBalance> accounts = ledger.accounts(null);
        return Templates.proposeEntry(
                accounts,
                ROWS,
                FormFields.empty()
                        .with("bookedOn", firm.today())
                        .with("currency", accounts.getFirst().balance().currency()));
    }

    @POST
    @Path("propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        List<LedgerClient.NewLine> lines = new ArrayList<>();
        for (int row : ROWS) {
            String account = form.optional("lines[" + row + "].account");
            String amount = form.optional("lines[" + row + "].amount");
            if (account != null || amount != null) {
                lines.add(new LedgerClient.NewLine(account, new LedgerClient.Sum(amount, form.optional("currency"))));
            }
        }
        try {
            LedgerClient.ManualEntry made = ledger.propose(
                    form.key(),
                    new LedgerClient.NewEntry(
                            form.optional("bookedOn"), form.optional("narrative"), form.optional("reference"), lines));
            return Done.at(HOME + made.manualEntryId(), DeskFormats.brief(made.manualEntryId()));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.proposeEntry(ledger.accounts(null), ROWS, form));
        }
    }

    @POST
    @Path("{entryId}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("entryId") UUID entryId, MultivaluedMap<String, String> sent) {
        ledger.withdraw(entryId, FormFields.sent(sent).text("seen"));
        return Done.at(HOME + entryId);
    }

    @POST
    @Path("{entryId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("entryId") UUID entryId, MultivaluedMap<String, String> sent) {
        LedgerClient.ManualEntry entry = ledger.manualEntry(entryId).getEntity();
        Check check = Check.of(
                        words.approveAndPostThis(),
                        words.aPostedEntryStays(),
                        HOME + entryId + "/approval",
                        words.approveAndPost(),
                        HOME + entryId)
                .fact(words.whatFor(), entry.narrative())
                .fact(words.proposedBy(), DeskFormats.actor(entry.proposedBy()))
                .field("seen", FormFields.sent(sent).text("seen"));
        entry.lines().forEach(line -> check.fact(Formats.words(line.account()), DeskFormats.sum(line.amount())));
        return check.page();
    }

    @POST
    @Path("{entryId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("entryId") UUID entryId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        LedgerClient.ManualEntry posted = ledger.approve(entryId, form.text("seen"), form.key());
        return Done.at(HOME + entryId, String.valueOf(posted.entry()));
    }

    @GET
    @Path("reverse/{number}")
    public TemplateInstance reversal(@PathParam("number") long number) {
        return Templates.reverseEntry(number, FormFields.empty());
    }

    @POST
    @Path("reverse/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reverse(@PathParam("number") long number, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            LedgerClient.ManualEntry made =
                    ledger.reverse(number, form.key(), new LedgerClient.ManualEntryReversal(form.optional("reason")));
            return Done.at(HOME + made.manualEntryId(), DeskFormats.brief(made.manualEntryId()));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.reverseEntry(number, form));
        }
    }
}
