package coop.parasol.portal.inspection;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** An auditor's work list as a table. */
@ApplicationScoped
final class InspectionLists implements CsvLists {

    private final InspectionClient quality;

    InspectionLists(@RestClient InspectionClient quality) {
        this.quality = quality;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "inspections",
                        InspectionClient.Work.class,
                        (filter, after) -> quality.work(
                                filter.text("place"),
                                null,
                                filter.text("dueBy"),
                                filter.text("claim"),
                                after,
                                CsvList.PAGE)),
                new CsvList<>(
                        "inspections/standards",
                        StandardRow.class,
                        (filter, after) -> standards(quality.standards(filter.text("q"), after, CsvList.PAGE))));
    }

    /** A standard in force. */
    record StandardRow(
            String product,
            String name,
            int version,
            @Nullable Instant publishedAt) {}

    private static Listed<StandardRow> standards(Listed<InspectionClient.Standard> page) {
        return new Listed<>(
                page.items().stream()
                        .map(each -> new StandardRow(each.product(), each.name(), each.version(), each.publishedAt()))
                        .toList(),
                page.next());
    }
}
