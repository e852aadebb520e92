package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.production.process.ProcessPlan;
import coop.parasol.production.process.rules.ProcessCapacity.Load;
import coop.parasol.production.process.rules.ProcessCapacity.Plan;
import coop.parasol.web.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: how far a producer's own hours are taken by what it has committed; nobody else reads it. */
@Path("/process-plan/loads")
@Tag(name = "Capacities")
@RolesAllowed("producer")
public class ProcessLoadResource {

    private final ProcessLimit processLimit;
    private final FirmClock clock;
    private final Caller caller;

    ProcessLoadResource(ProcessLimit processLimit, FirmClock clock, Caller caller) {
        this.processLimit = processLimit;
        this.clock = clock;
        this.caller = caller;
    }

    /** The work centres of a plan in a week, holidays taken off their hours. */
    public record WeekLoad(Period period, List<Load> workCenters) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listProcessLoads",
            summary = "List how many hours your work centres have, and your commitments take, in the coming weeks")
    public List<WeekLoad> loads(@QueryParam("weeks") @DefaultValue("8") @Min(1) @Max(26) int weeks) {
        UUID memberId = caller.member();
        Plan plan = ProcessPlan.of(memberId);
        return IntStream.range(0, weeks)
                .mapToObj(week -> Period.of(clock.today().plusWeeks(week)))
                .map(week -> new WeekLoad(week, processLimit.loads(memberId, plan, week)))
                .toList();
    }
}
