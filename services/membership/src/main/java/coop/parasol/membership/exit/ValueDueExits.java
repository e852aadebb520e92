package coop.parasol.membership.exit;

import coop.parasol.membership.Firm;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Time moves exits whose notice has run out; after a standstill it catches up. However many instances run, each is valued once. */
@ApplicationScoped
public class ValueDueExits {

    private static final int AT_ONCE = 100;

    private final Firm firm;
    private final ValueExit valueExit;

    ValueDueExits(Firm firm, ValueExit valueExit) {
        this.firm = firm;
        this.valueExit = valueExit;
    }

    @Scheduled(every = "{parasol.membership.exits-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        List<UUID> due = QuarkusTransaction.requiringNew()
                .call(() -> ExitCase.due(firm.today(), AT_ONCE).stream()
                        .map(exit -> exit.id)
                        .toList());
        due.forEach(exit -> QuarkusTransaction.requiringNew().run(() -> {
            firm.lock();
            valueExit.ifDue(ExitCase.lock(exit).orElseThrow(), Cause.of("time"));
        }));
    }
}
