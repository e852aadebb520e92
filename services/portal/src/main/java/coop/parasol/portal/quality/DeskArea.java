package coop.parasol.portal.quality;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.work.WaitingWork;
import coop.parasol.portal.work.WaitingWork.Kind;
import coop.parasol.portal.work.WaitingWork.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the quality desk finds on the first page and in the navigation. */
@ApplicationScoped
final class DeskArea implements HomeArea, NavigationArea {

    private static final String ROLE = "quality-desk";
    private static final int ORDER = 60;
    private final WaitingWork work;

    DeskArea(WaitingWork work) {
        this.work = work;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is(ROLE);
    }

    @Override
    public String title() {
        return Words.of(QualityMessages.class).quality();
    }

    @Override
    public List<Card> cards() {
        QualityMessages words = Words.of(QualityMessages.class);
        return work.cards(
                Service.QUALITY,
                List.of(
                        Kind.of(
                                "LOT_WITHOUT_AUDITOR",
                                words.lotsWithoutAnAuditor(),
                                words.theirSampleIsDrawn(),
                                "/quality/batches?state=SAMPLED"),
                        Kind.of(
                                "INSPECTION_TO_CLOSE",
                                words.inspectionsToClose(),
                                words.allRequiredInspectionsAre(),
                                "/quality/batches?awaitsDesk=true"),
                        Kind.of(
                                "COMPLAINT_TO_DECIDE",
                                words.openComplaints(),
                                words.partnersWaitForAn(),
                                "/quality/complaints?state=OPEN"),
                        Kind.of(
                                "CORRECTIVE_ACTION_TO_ACCEPT",
                                words.correctiveActionsToAccept(),
                                words.producersHaveSaidWhat(),
                                "/quality/corrective-actions?state=ANNOUNCED"),
                        Kind.of(
                                "CORRECTIVE_ACTION_TO_VERIFY",
                                words.correctiveActionsToVerify(),
                                words.producersHaveProvenThat(),
                                "/quality/corrective-actions?state=PROVEN"),
                        Kind.of(
                                "RECALL_TO_APPROVE",
                                words.recallsToApprove(),
                                words.proposedASecondPerson(),
                                "/quality/recalls?state=PROPOSED"),
                        Kind.of(
                                "RELEASE_TO_APPROVE",
                                words.releasesToApprove(),
                                words.rejectedLotsThatAre(),
                                "/quality/releases?state=PROPOSED"),
                        Kind.of(
                                "STANDARD_TO_PUBLISH",
                                words.standardsToPublish(),
                                words.draftsASecondPerson(),
                                "/quality/standards")));
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/quality/batches", Words.of(QualityMessages.class).batches()),
                new Entry("/quality/standards", Words.of(QualityMessages.class).standards()),
                new Entry("/quality/recalls", Words.of(QualityMessages.class).recalls()),
                new Entry("/quality/complaints", Words.of(QualityMessages.class).complaints()),
                new Entry(
                        "/quality/corrective-actions",
                        Words.of(QualityMessages.class).correctiveActions()),
                new Entry("/quality/releases", Words.of(QualityMessages.class).releases()),
                new Entry("/quality/registers", Words.of(QualityMessages.class).registers()));
    }
}
