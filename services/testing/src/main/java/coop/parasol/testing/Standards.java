package coop.parasol.testing;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.QualityEvent.StandardPublished;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Standards as quality publishes them, for tests of the services that consume them. */
public final class Standards {

    private Standards() {}

    /**
     * The first standard of a product that is counted in pieces.
     *
     * @param shelfLifeDays null if it keeps for ever
     */
    public static StandardPublished ofPieces(
            String product, String name, List<String> grades, @Nullable Integer shelfLifeDays) {
        return new StandardPublished(
                product,
                1,
                name,
                "C62",
                null,
                List.of(),
                Map.of(DefectClass.MAJOR, BigDecimal.ONE),
                grades,
                shelfLifeDays,
                Instant.now());
    }
}
