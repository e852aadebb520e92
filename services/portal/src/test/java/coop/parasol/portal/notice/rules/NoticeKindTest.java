package coop.parasol.portal.notice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.EventTypes;
import coop.parasol.portal.live.RandomEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person chooses its mail among the kinds of notices that come to it. */
class NoticeKindTest {

    @Test
    void whoever_gets_a_notice_could_choose_its_kind() {
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(NoticesOfEvents.of(RandomEvents.of(type)))
                        .allSatisfy(draft -> assertThat(
                                        draft.subject().kind().comesTo(List.of(role(draft.recipient()))))
                                .as(draft.subject().name())
                                .isTrue()));
    }

    @Test
    void a_producer_is_not_offered_mail_of_orders_and_complaints() {
        assertThat(NoticeKind.ORDER.comesTo(List.of("producer"))).isFalse();
        assertThat(NoticeKind.COMPLAINT.comesTo(List.of("producer"))).isFalse();
    }

    private static String role(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Member _, Recipient.Voters _ -> "producer";
            case Recipient.Partner _ -> "partner";
            case Recipient.Role role -> role.role();
        };
    }
}
