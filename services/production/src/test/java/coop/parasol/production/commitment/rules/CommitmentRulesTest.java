package coop.parasol.production.commitment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Quantity;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A producer raises or lowers its commitment, but not below what it has reported. */
class CommitmentRulesTest {

    @Test
    void what_was_taken_from_another_is_not_lowered() {
        assertThat(code(CommitmentRules.change(pieces(0), pieces(20), pieces(19))))
                .isEqualTo("below-taken");
        assertThat(CommitmentRules.change(pieces(0), pieces(20), pieces(20)))
                .isEqualTo(new CommitmentRules.Changed(pieces(20), false));
        assertThat(code(CommitmentRules.change(pieces(25), pieces(20), pieces(24))))
                .isEqualTo("below-reported");
    }

    @Test
    void only_an_active_member_commits_more_than_nothing_and_once_for_product_week_and_route() {
        UUID open = UUID.randomUUID();

        assertThat(CommitmentRules.decideNew(true, pieces(1), null)).isEqualTo(new CommitmentRules.Allowed());
        assertThat(CommitmentRules.decideNew(false, pieces(1), null)).isEqualTo(new CommitmentRules.MemberNotActive());
        assertThat(CommitmentRules.decideNew(true, pieces(0), null)).isEqualTo(new CommitmentRules.NotPositive());
        assertThat(CommitmentRules.decideNew(true, pieces(-1), null)).isEqualTo(new CommitmentRules.NotPositive());
        assertThat(CommitmentRules.decideNew(true, pieces(1), open))
                .isEqualTo(new CommitmentRules.AlreadyCommitted(open));
    }

    @Test
    void a_commitment_is_raised_or_lowered_down_to_what_is_reported() {
        assertThat(CommitmentRules.change(pieces(30), pieces(0), pieces(80)))
                .isEqualTo(new CommitmentRules.Changed(pieces(80), false));
        assertThat(CommitmentRules.change(pieces(30), pieces(0), pieces(31)))
                .isEqualTo(new CommitmentRules.Changed(pieces(31), false));
        assertThat(CommitmentRules.change(pieces(30), pieces(0), pieces(30)))
                .isEqualTo(new CommitmentRules.Changed(pieces(30), true));
    }

    @Test
    void a_commitment_is_never_lowered_below_what_is_reported_or_to_zero() {
        assertThat(code(CommitmentRules.change(pieces(30), pieces(0), pieces(29))))
                .isEqualTo("below-reported");
        assertThat(code(CommitmentRules.change(pieces(0), pieces(0), pieces(0))))
                .isEqualTo("not-positive");
    }

    @Test
    void reports_count_up_to_what_was_committed_over_random_reports() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            Quantity committed = pieces(1 + random.nextInt(100));
            Quantity reported = pieces(0);
            long made = 0;
            while (!reported.equals(committed)) {
                int batch = 1 + random.nextInt(20);
                made += batch;
                reported = CommitmentRules.reported(committed, reported, pieces(batch));

                assertThat(reported).isEqualTo(pieces(made).min(committed));
            }
        }
    }

    @Test
    void a_report_of_the_largest_quantity_counts_up_to_what_was_committed() {
        Quantity largest = pieces(999_999_999_999L);

        assertThat(CommitmentRules.reported(pieces(10), pieces(9), largest)).isEqualTo(pieces(10));
        assertThat(CommitmentRules.reported(largest, pieces(1), largest)).isEqualTo(largest);
        assertThat(CommitmentRules.reported(largest, pieces(1), pieces(2))).isEqualTo(pieces(3));
    }

    private static String code(CommitmentRules.Change change) {
        return change instanceof CommitmentRules.Refused refused ? refused.code() : "";
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }
}
