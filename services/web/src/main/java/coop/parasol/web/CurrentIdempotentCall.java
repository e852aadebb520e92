package coop.parasol.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key of the present call, for methods that store it themselves ({@link Idempotent#storedByMethod}). */
@RequestScoped
public class CurrentIdempotentCall {

    private @Nullable IdempotentCall call;

    /** Empty where the caller has sent no key. */
    public Optional<IdempotentCall> get() {
        return Optional.ofNullable(call);
    }

    void set(IdempotentCall present) {
        call = present;
    }
}
