package coop.parasol.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.QualityEvent.SupportCaseOpened;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.contracts.RejectedClass;
import coop.parasol.portal.live.RandomEvents;
import coop.parasol.portal.notice.rules.NoticeDraft;
import coop.parasol.portal.notice.rules.NoticeFacts;
import coop.parasol.portal.notice.rules.NoticeSubject;
import coop.parasol.portal.notice.rules.NoticesOfEvents;
import coop.parasol.portal.notice.rules.Recipient;
import coop.parasol.portal.notice.rules.ReducedLines;
import coop.parasol.portal.page.Language;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every notice has its sentences in every language, made of the facts that its event has. */
@QuarkusTest
class NoticeTextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_notice_says_in_each_language_what_it_is_about(Language language) {
        Set<NoticeSubject> seen = new HashSet<>();
        for (Notice notice : all()) {
            String title = language.write(notice::title);
            String text = language.write(notice::text);
            assertThat(title)
                    .as(notice.subject().name())
                    .isNotBlank()
                    .doesNotContain("{")
                    .doesNotContain("null");
            assertThat(text)
                    .as(notice.subject().name())
                    .isNotBlank()
                    .doesNotContain("{")
                    .doesNotContain("null");
            if (language != Language.ENGLISH) {
                assertThat(text).isNotEqualTo(Language.ENGLISH.write(notice::text));
            }
            seen.add(notice.subject());
        }
        assertThat(seen).containsExactlyInAnyOrder(NoticeSubject.values());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_member_whose_lot_has_failed_again_reads_which_why_and_what_becomes_of_it(Language language) {
        SupportCaseOpened opened = new SupportCaseOpened(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "VASE-A",
                SupportReason.REJECTED_TWICE,
                UUID.randomUUID(),
                "DIVO-1",
                "rejected again",
                List.of(new RejectedClass(DefectClass.MAJOR, 3, 13, 0, false)),
                Instant.EPOCH);

        assertThat(NoticesOfEvents.of(opened)).hasSize(2).allSatisfy(draft -> {
            Notice notice = notice(draft);
            assertThat(language.write(notice::text))
                    .contains("DIVO-1", "3", "13")
                    .doesNotContain("rejected again.");
        });
    }

    private static List<Notice> all() {
        List<NoticeDraft> drafts = new ArrayList<>();
        EventTypes.all().forEach(type -> drafts.addAll(NoticesOfEvents.of(RandomEvents.of(type))));
        drafts.addAll(NoticesOfEvents.of(ReducedLines.reduced(ReductionCause.FIRM, false)));
        drafts.add(new NoticeDraft(
                new Recipient.Partner(UUID.randomUUID()),
                NoticeSubject.ORDER_DELAYED,
                UUID.randomUUID(),
                NoticeFacts.none().with("week", "2026-W48")));
        return drafts.stream().map(NoticeTextsTest::notice).toList();
    }

    private static Notice notice(NoticeDraft draft) {
        return new Notice(
                UUID.randomUUID(),
                draft.subject(),
                draft.recipient(),
                draft.about(),
                draft.facts().with("code", draft.facts().values().containsKey("code") ? "no-price" : null),
                Instant.EPOCH,
                true);
    }
}
