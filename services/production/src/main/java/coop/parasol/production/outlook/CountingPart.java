package coop.parasol.production.outlook;

import coop.parasol.production.outlook.DemandOutlook.GoodsWeek;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much more of a producer's commitments would count, if it committed more, however much others have committed. */
public interface CountingPart {

    /**
     * In the unit of the product, zero or more; nothing for a week whose planning is frozen.
     *
     * @param memberId null for a producer that has committed nothing
     */
    Map<GoodsWeek, BigDecimal> wouldCount(@Nullable UUID memberId, List<GoodsWeek> goods);
}
