package coop.parasol.production.batch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step by which a batch was made.
 *
 * @param machine on which it was done, as you call it; absent for none
 */
public record NewBatchStep(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(min = 1, max = 100) String machine) {

    static List<ProcessStep> steps(@Nullable List<NewBatchStep> steps) {
        return steps == null
                ? List.of()
                : steps.stream()
                        .map(step -> new ProcessStep(
                                step.name.strip(),
                                step.machine == null || step.machine.isBlank() ? null : step.machine.strip()))
                        .toList();
    }
}
