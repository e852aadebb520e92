package coop.parasol.portal.production;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A producer's lists of what it makes as tables. */
@ApplicationScoped
final class ProducerLists implements CsvLists {

    private final ProductionClient production;
    private final LotQualityClient lots;
    private final QualityRecordClient quality;
    private final CapacityClient capacities;
    private final CommitmentCountClient counts;
    private final SharingClient sharing;
    private final ProposalClient proposals;

    ProducerLists(
            @RestClient ProductionClient production,
            @RestClient LotQualityClient lots,
            @RestClient QualityRecordClient quality,
            @RestClient CapacityClient capacities,
            @RestClient CommitmentCountClient counts,
            @RestClient SharingClient sharing,
            @RestClient ProposalClient proposals) {
        this.proposals = proposals;
        this.sharing = sharing;
        this.capacities = capacities;
        this.counts = counts;
        this.production = production;
        this.lots = lots;
        this.quality = quality;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "capacities",
                        CapacityClient.Capacity.class,
                        (filter, after) -> capacities.capacities(after, CsvList.PAGE)),
                new CsvList<>("batches", LotQualityClient.Lot.class, (filter, after) -> lots(filter, after)),
                new CsvList<>(
                        "commitments",
                        ProductionClient.Commitment.class,
                        (filter, after) -> production.commitments(after, CsvList.PAGE, filter.text("sort"))),
                new CsvList<>(
                        "commitment-counts",
                        CommitmentCountClient.Count.class,
                        (filter, after) -> counts.counted(after, CsvList.PAGE)),
                new CsvList<>(
                        "sharing",
                        SharingClient.OfferToYou.class,
                        (filter, after) -> sharing.open(after, CsvList.PAGE)),
                new CsvList<>(
                        "sharing/handovers",
                        SharingClient.Handover.class,
                        (filter, after) -> sharing.handovers(after, CsvList.PAGE)),
                new CsvList<>(
                        "proposals",
                        ProposalClient.Proposal.class,
                        (filter, after) -> proposals.proposals(after, CsvList.PAGE)),
                new CsvList<>(
                        "outlook",
                        ProductionClient.Outlook.class,
                        (filter, after) -> production.outlook(filter.text("product"), after, CsvList.PAGE)),
                new CsvList<>(
                        "my-quality/complaints",
                        QualityRecordClient.Complaint.class,
                        (filter, after) -> quality.complaints(after, CsvList.PAGE)),
                new CsvList<>(
                        "my-corrective-actions",
                        QualityRecordClient.CorrectiveAction.class,
                        (filter, after) -> quality.correctiveActions(null, after, CsvList.PAGE)));
    }

    private Listed<LotQualityClient.Lot> lots(CsvList.Filter filter, @Nullable String after) {
        LotQualityClient.Filter of = new LotQualityClient.Filter();
        of.state = filter.text("state");
        of.product = filter.text("product");
        of.lot = filter.text("lot");
        of.sort = filter.text("sort");
        return lots.lots(of, after, CsvList.PAGE);
    }
}
