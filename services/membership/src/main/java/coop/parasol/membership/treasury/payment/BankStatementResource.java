package coop.parasol.membership.treasury.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.membership.Firm;
import coop.parasol.membership.treasury.FirmBankAccount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The bank's word at the border. */
@Path("/bank-statements")
@Tag(name = "Payments")
@RolesAllowed("treasurer")
public class BankStatementResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final ApplyBankStatement readStatement;
    private final FirmBankAccount firmsAccount;
    private final Firm firm;
    private final ObjectMapper json;
    private final Session database;
    private final Caller caller;

    BankStatementResource(
            ApplyBankStatement readStatement,
            FirmBankAccount firmsAccount,
            Firm firm,
            ObjectMapper json,
            Session database,
            Caller caller) {
        this.readStatement = readStatement;
        this.firmsAccount = firmsAccount;
        this.firm = firm;
        this.json = json;
        this.database = database;
        this.caller = caller;
    }

    /** A statement as it was understood, line by line: nothing is passed over in silence. */
    record View(
            UUID statementId,
            String messageId,
            String receivedBy,
            Instant receivedAt,
            List<ApplyBankStatement.Line> lines) {}

    /** The file itself is the key: sent again it is answered with what became of it the first time. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Upload a camt.053 statement; what it says is paid is marked so, the same file once")
    public Response upload(byte @Nullable [] file) {
        if (file == null || file.length == 0) {
            throw Problem.malformed("", "no-statement", "Send a camt.053 statement.");
        }
        String digest = digest(file);
        Optional<View> before = QuarkusTransaction.requiringNew().call(() -> known(digest));
        if (before.isPresent()) {
            return Response.ok(before.get()).build();
        }
        BankStatementFile statement;
        try {
            statement = BankStatementFile.read(file);
        } catch (BankStatementFile.Unreadable e) {
            throw Problem.malformed("", "unreadable-statement", String.valueOf(e.getMessage()));
        }
        if (!statement.iban().equals(firmsAccount.get().iban())) {
            throw Problem.refused("not-our-account", "The statement is about another account than the firm's.");
        }
        List<ApplyBankStatement.Line> lines = readStatement.read(statement, Cause.of(caller.actor()));
        View view = QuarkusTransaction.requiringNew().call(() -> keep(statement.messageId(), digest, lines));
        return Response.created(URI.create("/bank-statements?after=" + view.statementId()))
                .entity(view)
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "Statements that were uploaded, and what became of their lines")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        List<View> fetched = database
                .createNativeQuery(
                        "select id, message_id, received_by, received_at, cast(lines as text) from bank_statement"
                                + " where id > ?1 order by id limit ?2",
                        Object[].class)
                .setParameter(1, query.afterId().orElse(FIRST))
                .setParameter(2, query.fetch())
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
        return Page.of(fetched, query.limit, view -> view.statementId().toString());
    }

    private Optional<View> known(String digest) {
        return database
                .createNativeQuery(
                        "select id, message_id, received_by, received_at, cast(lines as text) from bank_statement"
                                + " where digest = ?1",
                        Object[].class)
                .setParameter(1, digest)
                .getResultList()
                .stream()
                .map(this::view)
                .findFirst();
    }

    private View keep(String messageId, String digest, List<ApplyBankStatement.Line> lines) {
        database.createNativeMutationQuery("""
                        insert into bank_statement (id, message_id, digest, lines, received_by, received_at)
                        values (?1, ?2, ?3, cast(?4 as jsonb), ?5, ?6) on conflict (digest) do nothing
                        """)
                .setParameter(1, Ids.next())
                .setParameter(2, messageId)
                .setParameter(3, digest)
                .setParameter(4, text(lines))
                .setParameter(5, caller.actor())
                .setParameter(6, firm.now())
                .executeUpdate();
        return known(digest).orElseThrow();
    }

    private View view(Object[] row) {
        return new View((UUID) row[0], (String) row[1], (String) row[2], (Instant) row[3], lines((String) row[4]));
    }

    private String text(List<ApplyBankStatement.Line> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ApplyBankStatement.Line> lines(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
