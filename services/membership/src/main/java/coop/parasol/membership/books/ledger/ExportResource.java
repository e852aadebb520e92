package coop.parasol.membership.books.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The books for other programs: for plain-text accounting, for a spreadsheet, and for whoever proves that nothing was rewritten. */
@Path("/ledger")
@Tag(name = "Books")
public class ExportResource {

    private static final int AT_ONCE = 500;
    private static final List<Object> COLUMNS = List.of(
            "entry",
            "date",
            "booked at",
            "event",
            "narrative",
            "actor",
            "reference",
            "reverses",
            "account",
            "member",
            "amount");

    private final JournalEntries books;
    private final JournalHashChain chain;
    private final BooksAccess openBooks;
    private final Firm firm;
    private final ObjectMapper json;

    ExportResource(JournalEntries books, JournalHashChain chain, BooksAccess openBooks, Firm firm, ObjectMapper json) {
        this.books = books;
        this.chain = chain;
        this.openBooks = openBooks;
        this.firm = firm;
        this.json = json;
    }

    @GET
    @Path("/journal")
    @RolesAllowed("treasurer")
    @Produces({ReportFormat.TEXT, ReportFormat.CSV})
    @Operation(summary = "The whole journal, oldest first: as hledger reads it (text/plain), or as a table (text/csv)")
    public Response journal(@Context HttpHeaders headers) {
        boolean table = headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.valueOf(ReportFormat.CSV))
                        || type.isCompatible(MediaType.TEXT_PLAIN_TYPE))
                .findFirst()
                .map(type -> !type.isCompatible(MediaType.TEXT_PLAIN_TYPE))
                .orElse(false);
        StreamingOutput output = out -> {
            try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                // the head comes first: every account of the entries up to it is there when it is known
                long last = head().entry();
                text.write(table ? Csv.row(COLUMNS) : declarations());
                long after = 0;
                for (List<JournalEntries.EntryView> page = page(after, last);
                        !page.isEmpty();
                        page = page(after, last)) {
                    for (JournalEntries.EntryView entry : page) {
                        text.write(table ? rows(entry) : HledgerJournal.transaction(entry));
                    }
                    after = page.getLast().entry();
                }
            }
        };
        return Response.ok(output, (table ? ReportFormat.CSV : ReportFormat.TEXT) + ";charset=UTF-8")
                .build();
    }

    @GET
    @Path("/proof")
    @RolesAllowed({"treasurer", "producer"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "The chained books for ./parasol verify-ledger; an owner sees its own entries, and digests of the others."
                            + " kept is the entry of a head kept earlier, which the part is to pass through")
    public Response proof(@QueryParam("kept") @Min(1) @Nullable Long kept) {
        record Begin(Optional<UUID> reader, LedgerProof.Head head) {}
        Begin begin = QuarkusTransaction.requiringNew().call(() -> {
            Optional<UUID> reader = openBooks.requireEntitled();
            if (kept != null && !chain.holds(kept)) {
                throw Problem.invalid("kept", "no-such-entry", "The books have no entry " + kept + ".");
            }
            return new Begin(reader, chain.head());
        });
        if (begin.reader().isPresent()) {
            UUID member = begin.reader().get();
            List<LedgerProof.Link> links =
                    QuarkusTransaction.requiringNew().call(() -> chain.ofMember(member, kept, begin.head()));
            return Response.ok(new LedgerProof(LedgerProof.FORMAT, firm.currency(), member, begin.head(), links))
                    .build();
        }
        StreamingOutput output = out -> write(out, begin.head());
        return Response.ok(output, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private void write(OutputStream out, LedgerProof.Head head) throws IOException {
        try (JsonGenerator text = json.createGenerator(out)) {
            text.writeStartObject();
            text.writeStringField("format", LedgerProof.FORMAT);
            text.writeStringField("currency", firm.currency());
            text.writePOJOField("head", head);
            text.writeArrayFieldStart("links");
            long after = 0;
            for (List<LedgerProof.Link> page = links(after, head); !page.isEmpty(); page = links(after, head)) {
                for (LedgerProof.Link link : page) {
                    json.writeValue(text, link);
                }
                after = page.getLast().entry();
            }
            text.writeEndArray();
            text.writeEndObject();
        }
    }

    private List<LedgerProof.Link> links(long after, LedgerProof.Head head) {
        return QuarkusTransaction.requiringNew().call(() -> chain.clear(after, head.entry(), AT_ONCE));
    }

    private LedgerProof.Head head() {
        return QuarkusTransaction.requiringNew().call(chain::head);
    }

    private List<JournalEntries.EntryView> page(long after, long last) {
        return QuarkusTransaction.requiringNew().call(() -> books.forward(after, last, AT_ONCE));
    }

    private String declarations() {
        StringBuilder text = new StringBuilder(HledgerJournal.currency(firm.currency()));
        for (Account account : Account.values()) {
            text.append(HledgerJournal.declaration(account, null));
        }
        QuarkusTransaction.requiringNew()
                .call(books::memberAccounts)
                .forEach(part -> text.append(HledgerJournal.declaration(part.account(), part.memberId())));
        return text.toString();
    }

    private static String rows(JournalEntries.EntryView entry) {
        StringBuilder rows = new StringBuilder();
        for (JournalEntries.LineView line : entry.lines()) {
            rows.append(Csv.row(List.of(
                    entry.entry(),
                    entry.bookedOn(),
                    entry.bookedAt(),
                    entry.event(),
                    entry.narrative(),
                    entry.actor(),
                    entry.reference() == null ? "" : entry.reference(),
                    entry.reverses() == null ? "" : entry.reverses(),
                    line.account(),
                    line.memberId() == null ? "" : line.memberId(),
                    line.amount())));
        }
        return rows.toString();
    }
}
