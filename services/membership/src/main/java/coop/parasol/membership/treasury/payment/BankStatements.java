package coop.parasol.membership.treasury.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The bank statements that were uploaded, and what became of their lines; each file is kept once, and never changed. */
@ApplicationScoped
class BankStatements {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final FirmClock clock;

    BankStatements(Jdbi jdbi, ObjectMapper json, FirmClock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A statement as it was understood, line by line: nothing is passed over in silence.
     *
     * @param messageId the bank's own name of the file
     */
    record BankStatement(
            UUID statementId,
            String messageId,
            String receivedBy,
            Instant receivedAt,
            List<ApplyBankStatement.Line> lines) {}

    private record Row(UUID id, String messageId, String receivedBy, Instant receivedAt, String lines) {}

    /** The newest first: those that were uploaded before the one of that id. */
    List<BankStatement> newest(UUID before, int maxRows) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        select id, message_id, received_by, received_at, cast(lines as text) as lines from bank_statement
                         where id < :before order by id desc limit :maxRows
                        """)
                        .bind("before", before)
                        .bind("maxRows", maxRows)
                        .mapTo(Row.class)
                        .list())
                .stream()
                .map(this::statement)
                .toList();
    }

    /** @param digest SHA-256 of the file, hexadecimal */
    Optional<BankStatement> byDigest(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, message_id, received_by, received_at, cast(lines as text) as lines from bank_statement
                         where digest = :digest
                        """)
                        .bind("digest", digest)
                        .mapTo(Row.class)
                        .findOne())
                .map(this::statement);
    }

    /** @return the statement; of two uploads of a file at the same time, the first */
    BankStatement store(String messageId, String digest, List<ApplyBankStatement.Line> lines, String receivedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into bank_statement (id, message_id, digest, lines, received_by, received_at)
                        values (:id, :messageId, :digest, cast(:lines as jsonb), :receivedBy, :now)
                            on conflict (digest) do nothing
                        """)
                .bind("id", Ids.next())
                .bind("messageId", messageId)
                .bind("digest", digest)
                .bind("lines", text(lines))
                .bind("receivedBy", receivedBy)
                .bind("now", clock.now())
                .execute());
        return byDigest(digest).orElseThrow();
    }

    private BankStatement statement(Row row) {
        try {
            return new BankStatement(
                    row.id(),
                    row.messageId(),
                    row.receivedBy(),
                    row.receivedAt(),
                    json.readValue(row.lines(), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(List<ApplyBankStatement.Line> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
