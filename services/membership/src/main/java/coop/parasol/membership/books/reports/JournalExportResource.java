package coop.parasol.membership.books.reports;

import coop.parasol.csv.CsvWriter;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.JournalEntries;
import coop.parasol.membership.books.ledger.JournalEntries.EntryView;
import coop.parasol.membership.books.ledger.JournalEntries.LineView;
import coop.parasol.membership.books.ledger.JournalHashChain;
import coop.parasol.membership.books.ledger.rules.Account;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole journal for other programs: for plain-text accounting and for spreadsheets. */
@Path("/ledger/journal")
@Tag(name = "Books")
public class JournalExportResource {

    private static final int BATCH_SIZE = 500;

    private final JournalEntries journalEntries;
    private final JournalHashChain hashChain;
    private final FirmCurrency currency;

    JournalExportResource(JournalEntries journalEntries, JournalHashChain hashChain, FirmCurrency currency) {
        this.journalEntries = journalEntries;
        this.hashChain = hashChain;
        this.currency = currency;
    }

    @GET
    @RolesAllowed("treasurer")
    @Produces({ReportFormat.TEXT, ReportFormat.CSV})
    @Operation(
            operationId = "exportJournal",
            summary =
                    "Export the whole journal, oldest entry first: as hledger reads it (text/plain), or as a table (text/csv)")
    public Response journal(@Context HttpHeaders headers) {
        boolean table = headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.valueOf(ReportFormat.CSV))
                        || type.isCompatible(MediaType.TEXT_PLAIN_TYPE))
                .findFirst()
                .map(type -> !type.isCompatible(MediaType.TEXT_PLAIN_TYPE))
                .orElse(false);
        StreamingOutput output = out -> {
            try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                if (table) {
                    writeCsv(text);
                } else {
                    writeHledger(text);
                }
            }
        };
        return Response.ok(output, (table ? ReportFormat.CSV : ReportFormat.TEXT) + ";charset=UTF-8")
                .build();
    }

    private void writeCsv(Writer text) {
        CsvWriter csv = new CsvWriter(text);
        csv.row(
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
        eachEntry(head(), entry -> entry.lines().forEach(line -> row(csv, entry, line)));
    }

    private static void row(CsvWriter csv, EntryView entry, LineView line) {
        csv.row(
                entry.entry(),
                entry.bookedOn(),
                entry.bookedAt(),
                entry.event(),
                entry.narrative(),
                entry.actor(),
                entry.reference(),
                entry.reverses(),
                line.account(),
                line.memberId(),
                ReportFormat.number(line.amount()));
    }

    private void writeHledger(Writer text) throws IOException {
        // the head comes first: every account of the entries up to it is there when it is known
        long head = head();
        text.write(HledgerJournal.currencyDeclaration(currency.code()));
        for (Account account : Account.values()) {
            text.write(HledgerJournal.accountDeclaration(account, null));
        }
        for (JournalEntries.MemberAccount part :
                QuarkusTransaction.requiringNew().call(journalEntries::memberAccounts)) {
            text.write(HledgerJournal.accountDeclaration(part.account(), part.memberId()));
        }
        eachEntry(head, entry -> write(text, HledgerJournal.transaction(entry)));
    }

    private static void write(Writer target, String text) {
        try {
            target.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long head() {
        return QuarkusTransaction.requiringNew().call(() -> hashChain.head().entry());
    }

    /** In batches, each in a transaction of its own, so that none lasts as long as a slow reader. */
    private void eachEntry(long head, Consumer<EntryView> write) {
        long after = 0;
        for (List<EntryView> batch = batch(after, head); !batch.isEmpty(); batch = batch(after, head)) {
            batch.forEach(write);
            after = batch.getLast().entry();
        }
    }

    private List<EntryView> batch(long after, long head) {
        return QuarkusTransaction.requiringNew().call(() -> journalEntries.oldestFirst(after, head, BATCH_SIZE));
    }
}
