package coop.parasol.production.reliability;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.reliability.PastDeliveries.Week;
import coop.parasol.production.reliability.rules.Reliability;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: how much of what counted a producer has delivered; it alone sees it. */
@Path("/reliability")
@Tag(name = "Commitments")
@RolesAllowed("producer")
public class ReliabilityResource {

    private final PastDeliveries deliveries;
    private final Caller caller;

    ReliabilityResource(PastDeliveries deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    /**
     * How much of what counted of a product was delivered.
     *
     * @param delivered of what counted, week by week; what is more in one makes up for nothing in another
     * @param weeks the newest first
     */
    public record ReliabilityView(
            UUID memberId, String product, Quantity counted, Quantity delivered, List<WeekView> weeks) {}

    /**
     * One week and grade.
     *
     * @param delivered certified, of batches that were reported before the week was over
     */
    public record WeekView(Period period, String grade, Quantity counted, Quantity delivered) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listReliability",
            summary = "List how much of what counted of your commitments you have delivered, by product and week",
            description =
                    "It covers the weeks of the last quarter that are over. Proposals of commitments go by it, and"
                            + " nothing else does; nobody else sees it.")
    public Page<ReliabilityView> list(@BeanParam @Valid PageQuery query) {
        UUID member = caller.member();
        Map<String, List<Week>> byProduct = deliveries.weeks(List.of(member), List.of()).stream()
                .collect(Collectors.groupingBy(Week::product, TreeMap::new, Collectors.toList()));
        return query.byText(
                        (after, maxRows) -> byProduct.entrySet().stream()
                                .filter(each -> each.getKey().compareTo(after) > 0)
                                .limit(maxRows)
                                .toList(),
                        Map.Entry::getKey)
                .map(each -> view(member, each.getKey(), each.getValue()));
    }

    private static ReliabilityView view(UUID member, String product, List<Week> weeks) {
        String unit = weeks.getFirst().unit();
        Reliability all = Reliability.NOTHING_COUNTED;
        for (Week week : weeks) {
            all = all.plus(week.counted(), week.delivered());
        }
        return new ReliabilityView(
                member,
                product,
                Quantity.ofSum(all.counted(), unit),
                Quantity.ofSum(all.delivered(), unit),
                weeks.stream()
                        .map(week -> new WeekView(
                                week.period(),
                                week.grade(),
                                Quantity.ofSum(week.counted(), unit),
                                Quantity.ofSum(week.delivered(), unit)))
                        .toList());
    }
}
