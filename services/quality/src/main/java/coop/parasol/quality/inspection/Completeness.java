package coop.parasol.quality.inspection;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.DecideBatch;
import coop.parasol.quality.inspection.Inspection.Content;
import coop.parasol.quality.inspection.rules.SampleResults;
import coop.parasol.quality.inspection.rules.UnitResult;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.standard.rules.Definition;
import coop.parasol.quality.standard.rules.GradeRule;
import coop.parasol.web.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What an inspection of a batch must hold: the whole sample, in counts or unit by unit, and a grade where the results give none. */
final class Completeness {

    private static final int DEFECTS_PER_UNIT = 1000;

    private final Batch batch;
    private final Definition standard;
    private final SampleResults sample;

    Completeness(Batch batch) {
        this.batch = batch;
        this.standard = batch.standard().content;
        this.sample = new SampleResults(standard, batch.requirePlans(), batch.sampleUnits());
    }

    /** What is sent with the submission holds; what is left out was saved before. */
    Content merge(Content draft, Content sent) {
        boolean foundSent = sent.results() != null || sent.defectives() != null;
        return new Content(
                sent.inspected() == null && !foundSent ? draft.inspected() : sent.inspected(),
                foundSent ? sent.defectives() : draft.defectives(),
                foundSent ? sent.results() : draft.results(),
                sent.grade() == null ? draft.grade() : sent.grade(),
                sent.remarks() == null ? draft.remarks() : sent.remarks());
    }

    /** What is there is possible. */
    void requireFitting(Content content) {
        if (content.results() != null && content.defectives() != null) {
            throw Problem.invalid("defectives", "results-or-counts", "Send results unit by unit or counts, not both.");
        }
        if (content.results() != null) {
            raise(sample.flaw(content.results()));
        }
        if (content.defectives() != null) {
            requireCounts(content.defectives());
        }
        if (content.grade() != null && !standard.gradeRules().isEmpty()) {
            throw Problem.invalid("grade", "grade-by-results", "The standard's rules give the grade; leave it out.");
        }
        if (content.grade() != null && !standard.grades().contains(content.grade())) {
            throw Problem.invalid(
                    "grade",
                    "unknown-grade",
                    "The standard has the grades " + String.join(", ", standard.grades()) + ".");
        }
    }

    /** It is possible, and nothing is missing. */
    void requireWhole(Content content) {
        int sampleSize = Objects.requireNonNull(batch.sampleSize);
        boolean counted = content.results() == null;
        if (content.inspected() == null ? counted : content.inspected() != sampleSize) {
            throw Problem.invalid(
                    "inspected", "not-the-sample", "The sample is " + sampleSize + " units, all of them.");
        }
        requireFitting(content);
        if (content.results() != null) {
            raise(sample.missing(content.results()));
        } else if (standard.auditors() > 1 || needsValues()) {
            throw Problem.invalid(
                    "results", "units-needed", "This standard is judged unit by unit: send results, not counts.");
        } else if (content.defectives() == null) {
            throw Problem.invalid("defectives", "not-null", "Send what was found, as results or as counts.");
        }
        if (content.grade() == null
                && standard.gradeRules().isEmpty()
                && standard.grades().size() > 1) {
            throw Problem.invalid("grade", "grade-missing", "The standard leaves grading to the auditor.");
        }
    }

    /** @param all whole inspections, of every auditor that the standard asks for */
    DecideBatch.Findings findings(UUID by, List<Content> all) {
        String remarks = all.getLast().remarks();
        if (all.getLast().results() == null) {
            Map<DefectClass, Integer> counts = new EnumMap<>(DefectClass.class);
            counts.putAll(Objects.requireNonNull(all.getLast().defectives()));
            Map<String, Integer> defects = new TreeMap<>();
            counts.forEach((defectClass, count) -> {
                if (count > 0) {
                    defects.put(defectClass.name(), count);
                }
            });
            String grade = standard.gradeRules().isEmpty() ? graded(all) : sample.gradeByCounts(counts);
            return new DecideBatch.Findings(by, counts, defects, grade, remarks);
        }
        List<List<UnitResult>> results =
                all.stream().map(each -> Objects.requireNonNull(each.results())).toList();
        SampleResults.Counted counted = sample.count(results);
        String grade = standard.gradeRules().isEmpty() ? graded(all) : counted.grade();
        return new DecideBatch.Findings(by, counted.counts(), counted.defects(), grade, remarks);
    }

    /** The worse of the auditors' grades; the only one there is needs no saying. */
    private String graded(List<Content> all) {
        int worst = all.stream()
                .mapToInt(each -> each.grade() == null ? 0 : standard.grades().indexOf(each.grade()))
                .max()
                .orElseThrow();
        return standard.grades().get(worst);
    }

    private boolean needsValues() {
        return standard.gradeRules().stream().map(GradeRule::characteristic).anyMatch(Objects::nonNull);
    }

    private void requireCounts(Map<DefectClass, Integer> counts) {
        Map<DefectClass, Integer> rest = new EnumMap<>(DefectClass.class);
        rest.putAll(counts);
        for (SamplingPlan plan : batch.requirePlans()) {
            Integer count = rest.remove(plan.defectClass());
            int most = plan.countsDefects() ? plan.sampleSize() * DEFECTS_PER_UNIT : plan.sampleSize();
            if (count != null && (count < 0 || count > most)) {
                throw Problem.invalid(
                        "defectives." + plan.defectClass(),
                        "impossible-count",
                        "Between 0 and " + most + " can be found in its sample.");
            }
        }
        if (!rest.isEmpty()) {
            throw Problem.invalid(
                    "defectives", "unknown-class", "The standard does not judge by " + rest.keySet() + ".");
        }
    }

    private static void raise(Optional<SampleResults.Flaw> flaw) {
        flaw.ifPresent(found -> {
            throw Problem.invalid(found.field(), found.code(), found.detail());
        });
    }
}
