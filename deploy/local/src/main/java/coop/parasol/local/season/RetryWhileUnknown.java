package coop.parasol.local.season;

import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.OperatorException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Repeats a request while it is refused only because the service has not consumed another service's event yet. */
final class RetryWhileUnknown {

    private RetryWhileUnknown() {}

    /** @param codes the problem codes of refusals that are expected to pass, separated by blanks */
    static <T> T retry(SeasonLog log, String codes, Supplier<T> request) {
        Set<String> passing = Set.of(codes.split(" "));
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<String> last = new AtomicReference<>("");
        log.awaitUntil(
                "an answer other than " + codes,
                () -> {
                    try {
                        answer.set(request.get());
                        return true;
                    } catch (ProblemResponseException refusal) {
                        if (!passing.contains(refusal.code())) {
                            throw refusal;
                        }
                        last.set(refusal.getMessage());
                        return false;
                    }
                },
                last::get);
        T value = answer.get();
        if (value == null) {
            throw new OperatorException("The service returned no body.");
        }
        return value;
    }
}
