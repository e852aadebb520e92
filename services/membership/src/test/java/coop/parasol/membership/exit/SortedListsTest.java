package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import coop.parasol.messaging.Ids;
import coop.parasol.testing.ListWalk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exits, payment runs and votes in the order that the caller asks for, while many rows are alike. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class SortedListsTest {

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 12, 3),
            LocalDate.of(2026, 12, 1),
            LocalDate.of(2026, 12, 3),
            LocalDate.of(2026, 12, 2),
            LocalDate.of(2026, 12, 1));

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void there_are_several_of_each() {
        for (LocalDate day : DAYS) {
            UUID member = UUID.fromString(Desk.apply());
            QuarkusTransaction.requiringNew()
                    .run(() -> jdbi.useHandle(handle -> {
                        handle.execute(
                                "insert into exit_case (id, member_id, state, requested_at, notice_until, withdrawn_at, version)"
                                        + " values (?, ?, 'WITHDRAWN', now(), ?, now(), 0)",
                                Ids.next(),
                                member,
                                day);
                        handle.execute(
                                "insert into payment_run (id, state, due_until, payables, total, drafted_by, drafted_at, version)"
                                        + " values (?, 'WITHDRAWN', ?, 1, ?, 'tara', now(), 0)",
                                Ids.next(),
                                day,
                                100L + day.getDayOfMonth());
                    }));
            Desk.propose("""
                    {"kind": "ADMISSION", "title": "Vote of %s", "subjectId": "%s", "secret": false}
                    """.formatted(day, member));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/exits, requestedAt, exitId",
        "/exits, noticeUntil, exitId",
        "/payment-runs, draftedAt, runId",
        "/payment-runs, dueUntil, runId",
        "/payment-runs, total, runId",
        "/proposals, proposedAt, proposalId",
        "/proposals, title, proposalId",
        "/proposals, opensAt, proposalId",
        "/proposals, closesAt, proposalId",
        "/members, registrationNumber, memberId"
    })
    void page_after_page_each_row_comes_once_and_the_other_way_round_in_the_opposite_order(
            String path, String sort, String id) {
        ListWalk.assertSorted(path, sort, id);
        assertThat(ListWalk.values("/exits", "noticeUntil", "noticeUntil")).isSorted();
        assertThat(ListWalk.values("/payment-runs", "dueUntil", "dueUntil")).isSorted();
    }
}
