package coop.parasol.portal.quality;

import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The quality desk's lists as tables. */
@ApplicationScoped
final class QualityLists implements CsvLists {

    private final DeskClient quality;
    private final CaseClient cases;
    private final RecallClient recalls;
    private final StandardClient standards;
    private final ProducerChoice producers;

    QualityLists(
            @RestClient DeskClient quality,
            @RestClient CaseClient cases,
            @RestClient RecallClient recalls,
            @RestClient StandardClient standards,
            ProducerChoice producers) {
        this.quality = quality;
        this.cases = cases;
        this.recalls = recalls;
        this.standards = standards;
        this.producers = producers;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "quality/batches",
                        DeskClient.Batch.class,
                        (filter, after) -> quality.batches(
                                filter.text("state"),
                                filter.text("product"),
                                filter.text("lot"),
                                producers.idOf(filter.text("producer")),
                                filter.onlyIfTrue("awaitsDesk"),
                                after,
                                CsvList.PAGE,
                                filter.text("sort"))),
                new CsvList<>(
                        "quality/certificates",
                        DeskClient.Certificate.class,
                        (filter, after) -> quality.certificates(
                                filter.text("state"),
                                filter.text("product"),
                                filter.text("lot"),
                                null,
                                after,
                                CsvList.PAGE)),
                new CsvList<>(
                        "quality/auditors",
                        DeskClient.Auditor.class,
                        (filter, after) -> quality.auditors(after, CsvList.PAGE)),
                new CsvList<>(
                        "quality/instruments",
                        DeskClient.Instrument.class,
                        (filter, after) -> quality.instruments(after, CsvList.PAGE)),
                new CsvList<>(
                        "quality/complaints",
                        CaseClient.Complaint.class,
                        (filter, after) -> cases.complaints(filter.text("state"), after, CsvList.PAGE)),
                new CsvList<>(
                        "quality/corrective-actions",
                        CaseClient.CorrectiveAction.class,
                        (filter, after) -> cases.correctiveActions(
                                filter.text("state"), filter.onlyIfTrue("overdue"), after, CsvList.PAGE)),
                new CsvList<>(
                        "quality/recalls",
                        RecallClient.Recall.class,
                        (filter, after) -> recalls.recalls(filter.text("state"), after, CsvList.PAGE)),
                new CsvList<>(
                        "quality/recalls/{recallId}",
                        RecallClient.RecalledBatch.class,
                        (filter, after) -> recalls.recalledBatches(filter.id("recallId"), after, CsvList.PAGE)),
                new CsvList<>(
                        "quality/releases",
                        CaseClient.Release.class,
                        (filter, after) -> cases.releases(filter.text("state"), null, after, CsvList.PAGE)),
                new CsvList<>(
                        "quality/standards",
                        StandardClient.Standard.class,
                        (filter, after) -> standards.standards(filter.text("q"), null, after, CsvList.PAGE)));
    }
}
