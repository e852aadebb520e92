package coop.parasol.distribution.recall;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.distribution.UseCases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partners that got units of a recalled batch see it and answer; the desk sees units sold, reached and confirmed. */
@QuarkusTest
class RecallNoticeTest {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    @Inject
    UseCases useCases;

    @Inject
    AnswerRecall answerRecall;

    @Inject
    RecallNotices recallNotices;

    private UUID batch = UUID.randomUUID();
    private UUID first = UUID.randomUUID();
    private UUID second = UUID.randomUUID();

    @BeforeEach
    void a_batch_of_which_two_partners_got_units_is_recalled() {
        batch = useCases.batch(useCases.product(), UUID.randomUUID(), 10, 9);
        first = useCases.partner("100.00");
        second = useCases.partner("100.00");
        useCases.execute("insert into recalled_batch values (?, ?, 'I', 'glass', now())", batch, UUID.randomUUID());
        notice(first, 6);
        notice(second, 4);
    }

    @Test
    void a_partner_sees_its_own_notices_only() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> recallNotices.notices(AFTER_ALL, 10, first)))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.batchId()).isEqualTo(batch);
                    assertThat(notice.quantity()).isEqualByComparingTo("6");
                    assertThat(notice.reason()).isEqualTo("glass");
                });
        assertThat(answer(noticeOf(first), second, 0)).isInstanceOf(AnswerRecall.UnknownNotice.class);
    }

    @Test
    void units_sold_reached_and_confirmed_are_counted() {
        assertFigures("10", "0", "0", "0");
        QuarkusTransaction.requiringNew().call(() -> answerRecall.acknowledge(noticeOf(first), first, "bazaar"));
        assertFigures("10", "6", "0", "0");
        answer(noticeOf(second), second, 1);
        assertFigures("10", "10", "4", "1");
        answer(noticeOf(first), first, 6);
        assertFigures("10", "10", "10", "7");
    }

    @Test
    void a_notice_is_confirmed_once_and_for_no_more_than_was_sent() {
        assertThat(answer(noticeOf(first), first, 7)).isInstanceOf(AnswerRecall.TooMuch.class);
        assertThat(answer(noticeOf(first), first, 2)).isInstanceOf(AnswerRecall.Answered.class);
        assertThat(answer(noticeOf(first), first, 2)).isInstanceOf(AnswerRecall.Answered.class);
        assertThat(answer(noticeOf(first), first, 3)).isInstanceOf(AnswerRecall.ConfirmedOtherwise.class);
    }

    private void assertFigures(String sold, String reached, String confirmed, String withdrawn) {
        assertThat(QuarkusTransaction.requiringNew().call(() -> recallNotices.batches(BEFORE_ALL, 1000)))
                .filteredOn(recalled -> recalled.batchId().equals(batch))
                .singleElement()
                .satisfies(recalled -> {
                    assertThat(recalled.sold()).isEqualByComparingTo(sold);
                    assertThat(recalled.reached()).isEqualByComparingTo(reached);
                    assertThat(recalled.confirmed()).isEqualByComparingTo(confirmed);
                    assertThat(recalled.withdrawn()).isEqualByComparingTo(withdrawn);
                });
    }

    private AnswerRecall.Outcome answer(UUID notice, UUID partner, long withdrawn) {
        return QuarkusTransaction.requiringNew()
                .call(() -> answerRecall.confirm(notice, partner, BigDecimal.valueOf(withdrawn), "bazaar"));
    }

    private void notice(UUID partner, long quantity) {
        useCases.execute(
                "insert into recall_notice (notice_id, recall_id, batch_id, partner_id, quantity)"
                        + " select gen_random_uuid(), recall_id, batch_id, ?, ? from recalled_batch where batch_id = ?",
                partner,
                quantity,
                batch);
    }

    private UUID noticeOf(UUID partner) {
        return QuarkusTransaction.requiringNew()
                .call(() -> RecallNotice.<RecallNotice>find("batchId = ?1 and partnerId = ?2", batch, partner)
                        .singleResult()
                        .noticeId);
    }
}
