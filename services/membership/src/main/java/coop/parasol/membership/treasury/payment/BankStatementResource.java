package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Sha256;
import coop.parasol.membership.treasury.account.FirmBankAccount;
import coop.parasol.membership.treasury.payment.BankStatements.BankStatement;
import coop.parasol.messaging.Cause;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The bank's statements of the firm's account, ISO 20022 camt.053, over REST. */
@Path("/bank-statements")
@Tag(name = "Payments")
@RolesAllowed("treasurer")
public class BankStatementResource {

    private final ApplyBankStatement applyBankStatement;
    private final BankStatements bankStatements;
    private final FirmBankAccount firmBankAccount;
    private final Caller caller;

    BankStatementResource(
            ApplyBankStatement applyBankStatement,
            BankStatements bankStatements,
            FirmBankAccount firmBankAccount,
            Caller caller) {
        this.applyBankStatement = applyBankStatement;
        this.bankStatements = bankStatements;
        this.firmBankAccount = firmBankAccount;
        this.caller = caller;
    }

    /** The file itself is the key: sent again it is answered with what became of it the first time. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary =
                    "Upload a camt.053 bank statement; what it says is paid or returned is marked so, the same file once")
    public Response upload(byte @Nullable [] file) {
        if (file == null || file.length == 0) {
            throw Problem.malformed("", "no-statement", "Send a camt.053 statement.");
        }
        String digest = Sha256.hex(file);
        Optional<BankStatement> known = QuarkusTransaction.requiringNew().call(() -> bankStatements.byDigest(digest));
        if (known.isPresent()) {
            return Response.ok(known.get()).build();
        }
        BankStatementFile statement;
        try {
            statement = BankStatementFile.read(file);
        } catch (BankStatementFile.Unreadable e) {
            throw Problem.malformed("", "unreadable-statement", String.valueOf(e.getMessage()));
        }
        String ours = firmBankAccount.get().iban();
        if (!statement.account().equals(ours)) {
            throw Problem.refused(
                    "not-our-account",
                    "The statement is about account " + statement.account() + "; the firm's account is "
                            + (ours == null ? "not configured." : ours + "."));
        }
        List<ApplyBankStatement.Line> lines = applyBankStatement.apply(statement, Cause.of(caller.actor()));
        BankStatement kept = QuarkusTransaction.requiringNew()
                .call(() -> bankStatements.store(statement.messageId(), digest, lines, caller.actor()));
        return Response.created(URI.create("/bank-statements")).entity(kept).build();
    }

    @GET
    @Transactional
    @Operation(summary = "List the uploaded bank statements, newest first, with what became of each line")
    public Page<BankStatement> list(@BeanParam @Valid PageQuery query) {
        return query.newestFirst(bankStatements::newest, BankStatement::statementId);
    }
}
