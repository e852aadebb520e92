package coop.parasol.production.commitment;

import java.math.BigDecimal;
import java.util.UUID;

/** What is open of a commitment to others: it ends with the commitment, and grows smaller with it. */
public interface OpenParts {

    /**
     * A producer has lowered or released its commitment, in the present transaction.
     *
     * @param outstanding what of it is not reported from now on; zero where it is released
     */
    void lowered(UUID commitmentId, BigDecimal outstanding);
}
