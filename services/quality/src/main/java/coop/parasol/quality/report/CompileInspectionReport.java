package coop.parasol.quality.report;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.quality.attachment.Attachment;
import coop.parasol.quality.attachment.AttachmentFileRepository;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.certificate.Certificate;
import coop.parasol.quality.certificate.CertificateView;
import coop.parasol.quality.certificate.PrintedWords;
import coop.parasol.quality.inspection.Inspection;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.quality.inspection.rules.UnitResult;
import coop.parasol.quality.instrument.Instruments;
import coop.parasol.quality.instrument.Instruments.RecordedCalibration;
import coop.parasol.quality.instrument.Instruments.UsedInstrument;
import coop.parasol.quality.report.InspectionReport.CharacteristicRow;
import coop.parasol.quality.report.InspectionReport.InstrumentRow;
import coop.parasol.quality.report.InspectionReport.Photo;
import coop.parasol.quality.report.InspectionReport.PlanRow;
import coop.parasol.quality.report.InspectionReport.ValueRow;
import coop.parasol.quality.report.rules.ValueSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles the inspection report of a certified lot from the inspections by which its plans have decided. */
@ApplicationScoped
class CompileInspectionReport {

    private static final int MAX_PHOTOS = 6;

    private final AttachmentFileRepository files;
    private final Instruments instruments;
    private final FirmClock clock;

    CompileInspectionReport(AttachmentFileRepository files, Instruments instruments, FirmClock clock) {
        this.files = files;
        this.instruments = instruments;
        this.clock = clock;
    }

    InspectionReport of(Certificate certificate, PrintedWords words) {
        Batch batch = Batch.<Batch>findByIdOptional(certificate.batchId).orElseThrow();
        List<InspectionContent> contents = Inspection.submitted(batch.id, batch.inspectionNumber).stream()
                .map(inspection -> inspection.content)
                .toList();
        List<List<UnitResult>> results = contents.stream()
                .map(InspectionContent::results)
                .filter(Objects::nonNull)
                .toList();
        List<Characteristic> characteristics = batch.standard().specification.characteristics();
        List<Attachment> attachments = Attachment.ofBatch(batch.id).stream()
                .filter(attachment -> attachment.inspectionNumber == batch.inspectionNumber)
                .toList();
        List<Photo> photos = photos(attachments);
        return new InspectionReport(
                CertificateView.of(certificate, clock.now()),
                words.day(clock.day(Objects.requireNonNull(batch.inspectedAt))),
                words.text(
                        "sampleOf", "sample", String.valueOf(batch.sampleSize), "all", String.valueOf(batch.lotSize())),
                plans(batch, words),
                characteristics.stream()
                        .map(each -> characteristic(each, results, words))
                        .toList(),
                values(characteristics, results, words),
                contents.stream()
                        .flatMap(content -> instruments(content, words))
                        .distinct()
                        .toList(),
                photos,
                attachments.size() - photos.size());
    }

    private static List<PlanRow> plans(Batch batch, PrintedWords words) {
        Map<DefectClass, Integer> found =
                Objects.requireNonNull(batch.defectives).counts();
        return batch.requirePlans().stream()
                .map(plan -> new PlanRow(
                        words.text(plan.defectClass().name()),
                        plan.aql().toPlainString(),
                        words.text(plan.severity().name()),
                        String.valueOf(plan.letter()),
                        plan.sampleSize(),
                        plan.acceptance(),
                        plan.rejection(),
                        found.getOrDefault(plan.defectClass(), 0)))
                .toList();
    }

    private static CharacteristicRow characteristic(
            Characteristic characteristic, List<List<UnitResult>> results, PrintedWords words) {
        List<BigDecimal> values = results.stream()
                .flatMap(List::stream)
                .map(result -> result.measurements().get(characteristic.name()))
                .filter(Objects::nonNull)
                .toList();
        ValueSummary summary = values.isEmpty() ? null : ValueSummary.of(values);
        return new CharacteristicRow(
                characteristic.name(),
                words.text(characteristic.defectClass().name()),
                unit(characteristic, words),
                plain(characteristic.lower()),
                plain(characteristic.upper()),
                summary == null ? "" : String.valueOf(summary.number()),
                summary == null ? "" : plain(summary.mean()),
                summary == null ? "" : plain(summary.lowest()),
                summary == null ? "" : plain(summary.highest()),
                summary == null ? "" : plain(summary.deviation()),
                defects(characteristic, results));
    }

    private static String defects(Characteristic characteristic, List<List<UnitResult>> results) {
        return switch (characteristic.kind()) {
            case VARIABLE -> "";
            case ATTRIBUTE ->
                results.isEmpty()
                        ? ""
                        : String.valueOf(results.stream()
                                .flatMap(List::stream)
                                .filter(result -> result.defects().containsKey(characteristic.name()))
                                .map(UnitResult::unit)
                                .distinct()
                                .count());
        };
    }

    private static List<ValueRow> values(
            List<Characteristic> characteristics, List<List<UnitResult>> results, PrintedWords words) {
        List<ValueRow> rows = new ArrayList<>();
        for (Characteristic characteristic : characteristics) {
            SortedMap<Long, List<String>> byUnit = new TreeMap<>();
            for (List<UnitResult> ofAuditor : results) {
                for (UnitResult result : ofAuditor) {
                    BigDecimal value = result.measurements().get(characteristic.name());
                    if (value != null) {
                        byUnit.computeIfAbsent(result.unit(), unit -> new ArrayList<>())
                                .add(value.toPlainString());
                    }
                }
            }
            if (!byUnit.isEmpty()) {
                rows.add(new ValueRow(
                        characteristic.name(),
                        unit(characteristic, words),
                        byUnit.entrySet().stream()
                                .map(unit -> unit.getKey() + ": " + String.join(" / ", unit.getValue()))
                                .collect(Collectors.joining(", "))));
            }
        }
        return rows;
    }

    private Stream<InstrumentRow> instruments(InspectionContent content, PrintedWords words) {
        Map<String, UUID> named = content.instruments();
        LocalDate day = content.measuredOn();
        if (named == null || day == null) {
            return Stream.empty();
        }
        Map<UUID, UsedInstrument> used = instruments.usedOn(named.values(), day);
        List<InstrumentRow> rows = new ArrayList<>();
        new TreeMap<>(named).forEach((variable, instrument) -> {
            UsedInstrument how = used.get(instrument);
            if (how != null) {
                rows.add(row(variable, how, day, words));
            }
        });
        return rows.stream();
    }

    private static InstrumentRow row(String variable, UsedInstrument used, LocalDate day, PrintedWords words) {
        RecordedCalibration calibration = used.calibration();
        return new InstrumentRow(
                variable,
                used.instrument().name(),
                used.instrument().serialNumber(),
                words.day(day),
                words.day(calibration.calibratedOn()),
                words.day(calibration.validThrough()),
                calibration.certificate());
    }

    private List<Photo> photos(List<Attachment> attachments) {
        List<Photo> photos = new ArrayList<>();
        for (Attachment attachment : attachments) {
            boolean picture = switch (attachment.type) {
                case JPEG, PNG -> true;
                case PDF -> false;
            };
            if (picture && photos.size() < MAX_PHOTOS) {
                PhotoPrint.dataUri(files.read(attachment.id))
                        .ifPresent(image -> photos.add(
                                new Photo(attachment.caption.isEmpty() ? attachment.name : attachment.caption, image)));
            }
        }
        return photos;
    }

    private static String unit(Characteristic characteristic, PrintedWords words) {
        return characteristic.unit() == null ? "" : words.unit(characteristic.unit());
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
