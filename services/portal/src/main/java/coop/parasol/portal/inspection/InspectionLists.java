package coop.parasol.portal.inspection;

import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An auditor's work list as a table. */
@ApplicationScoped
final class InspectionLists implements CsvLists {

    private final InspectionClient quality;

    InspectionLists(@RestClient InspectionClient quality) {
        this.quality = quality;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(new CsvList<>(
                "inspections",
                InspectionClient.Work.class,
                (filter, after) -> quality.work(
                        filter.text("place"), null, filter.text("dueBy"), filter.text("claim"), after, CsvList.PAGE)));
    }
}
