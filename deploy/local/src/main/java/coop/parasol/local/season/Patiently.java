package coop.parasol.local.season;

import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Trouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What one service has decided the next knows a moment later; until then it may refuse. */
final class Patiently {

    private Patiently() {}

    /** @param codes the refusal that may pass; several are separated by a blank */
    static <T> T retry(Story story, String codes, Supplier<T> request) {
        Set<String> passing = Set.of(codes.split(" "));
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<String> last = new AtomicReference<>("");
        story.until(
                "an answer other than " + codes,
                () -> {
                    try {
                        answer.set(request.get());
                        return true;
                    } catch (Refusal refusal) {
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
            throw new Trouble("no answer");
        }
        return value;
    }
}
