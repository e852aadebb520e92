package coop.parasol.persistence;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A crate of lamps: the tests' row, as an entity and as a record. */
@Entity
class Crate {

    enum Finish {
        BRASS,
        COPPER
    }

    /** All columns of the table, as SQL with Jdbi reads them. */
    record Row(
            UUID id,
            String label,
            @Nullable Money price,
            @Nullable Period packedIn,
            @Nullable Finish finish,
            @Nullable List<String> lots,
            @Nullable BigDecimal weight) {}

    @Id
    UUID id;

    String label;
}
