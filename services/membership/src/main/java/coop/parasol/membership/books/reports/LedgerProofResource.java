package coop.parasol.membership.books.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.JournalHashChain;
import coop.parasol.membership.books.ledger.LedgerProof;
import coop.parasol.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The proof that the books were not rewritten, as {@code docs/ledger-proof.md} describes it, over REST. */
@Path("/ledger/proof")
@Tag(name = "Books")
public class LedgerProofResource {

    private static final int BATCH_SIZE = 500;

    private final JournalHashChain hashChain;
    private final BooksAccess booksAccess;
    private final FirmCurrency currency;
    private final ObjectMapper json;

    LedgerProofResource(JournalHashChain hashChain, BooksAccess booksAccess, FirmCurrency currency, ObjectMapper json) {
        this.hashChain = hashChain;
        this.booksAccess = booksAccess;
        this.currency = currency;
        this.json = json;
    }

    private record Begin(Optional<UUID> reader, LedgerProof.Head head) {}

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getLedgerProof",
            summary =
                    "Download the hash-chained books for ./parasol verify-ledger; an owner sees its own entries, and digests of the others."
                            + " kept is the entry of a head kept earlier, through which the proof is to lead")
    public Response proof(@QueryParam("kept") @Min(1) @Nullable Long kept) {
        Begin begin = QuarkusTransaction.requiringNew().call(() -> {
            Optional<UUID> reader = OpenBooksResource.requireReader(booksAccess.toProof());
            if (kept != null && !hashChain.contains(kept)) {
                throw Problem.invalid("kept", "no-such-entry", "The books have no entry " + kept + ".");
            }
            return new Begin(reader, hashChain.head());
        });
        if (begin.reader().isPresent()) {
            UUID member = begin.reader().get();
            List<LedgerProof.Link> links =
                    QuarkusTransaction.requiringNew().call(() -> hashChain.ofMember(member, kept, begin.head()));
            return Response.ok(new LedgerProof(LedgerProof.FORMAT, currency.code(), member, begin.head(), links))
                    .build();
        }
        StreamingOutput output = out -> write(out, begin.head());
        return Response.ok(output, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** All of the books, in batches: they do not fit into memory at once. */
    private void write(OutputStream out, LedgerProof.Head head) throws IOException {
        try (JsonGenerator text = json.createGenerator(out)) {
            text.writeStartObject();
            text.writeStringField("format", LedgerProof.FORMAT);
            text.writeStringField("currency", currency.code());
            text.writePOJOField("head", head);
            text.writeArrayFieldStart("links");
            long after = 0;
            for (List<LedgerProof.Link> batch = batch(after, head); !batch.isEmpty(); batch = batch(after, head)) {
                for (LedgerProof.Link link : batch) {
                    json.writeValue(text, link);
                }
                after = batch.getLast().entry();
            }
            text.writeEndArray();
            text.writeEndObject();
        }
    }

    private List<LedgerProof.Link> batch(long after, LedgerProof.Head head) {
        return QuarkusTransaction.requiringNew().call(() -> hashChain.disclosed(after, head.entry(), BATCH_SIZE));
    }
}
