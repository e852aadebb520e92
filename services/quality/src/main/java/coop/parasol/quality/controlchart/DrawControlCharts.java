package coop.parasol.quality.controlchart;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.BatchRepository;
import coop.parasol.quality.controlchart.rules.ControlChart;
import coop.parasol.quality.inspection.Inspection;
import coop.parasol.quality.inspection.rules.UnitResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Draws the control charts of a producer's product from the original inspections of its last lots, accepted and rejected
 * ones: what was reworked or sorted says nothing about the process that made it.
 */
@ApplicationScoped
class DrawControlCharts {

    private static final int MAX_LOTS = 50;

    private final BatchRepository batches;

    DrawControlCharts(BatchRepository batches) {
        this.batches = batches;
    }

    /** A lot with the values of one variable in the order of its units. */
    record Lot(UUID batchId, String lot, List<BigDecimal> values) {}

    /** A variable, the lots in which it was measured, and its chart. */
    record Chart(Characteristic variable, List<Lot> lots, ControlChart chart) {}

    /** One chart for each variable of the standard of the last lot that was measured in two lots at least. */
    List<Chart> of(UUID memberId, String product) {
        List<Batch> inspected = batches.latestInspected(memberId, product, MAX_LOTS);
        if (inspected.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Inspection>> inspections =
                Inspection.originals(inspected.stream().map(batch -> batch.id).toList());
        List<Chart> charts = new ArrayList<>();
        for (Characteristic characteristic :
                inspected.getLast().standard().specification.characteristics()) {
            List<Lot> lots = inspected.stream()
                    .map(batch -> new Lot(
                            batch.id,
                            batch.lot,
                            values(inspections.getOrDefault(batch.id, List.of()), characteristic.name())))
                    .filter(lot -> !lot.values().isEmpty())
                    .toList();
            Optional<ControlChart> chart =
                    ControlChart.of(lots.stream().map(Lot::values).toList());
            chart.ifPresent(drawn -> charts.add(new Chart(characteristic, lots, drawn)));
        }
        return charts;
    }

    /** Of two auditors the values of the one who has submitted last. */
    private static List<BigDecimal> values(List<Inspection> submitted, String variable) {
        return submitted.isEmpty()
                ? List.of()
                : Optional.ofNullable(submitted.getLast().content.results()).orElse(List.of()).stream()
                        .sorted(Comparator.comparingLong(UnitResult::unit))
                        .map(result -> result.measurements().get(variable))
                        .filter(Objects::nonNull)
                        .toList();
    }
}
