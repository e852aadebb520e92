package coop.parasol.distribution.stock;

import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.persistence.Columns;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What rounding to whole units has given producers too little or too much of a product and grade, less than a unit each. Firms of
 * one owner are one producer.
 */
public final class ShareCredits {

    private ShareCredits() {}

    /** @param credit units too little, -1 to 1 */
    public record Credit(String product, String grade, UUID ownerId, BigDecimal credit) {}

    /** Stores credits, as a part of a larger statement. The caller holds the products' locks. */
    public static Part part(String name, List<Credit> credits) {
        return new Part(
                name,
                """
                insert into share_credit (product, grade, owner_id, credit)
                select product, grade, owner_id, credit
                  from unnest(:creditProducts, :creditGrades, :creditOwners, :credits)
                       as c (product, grade, owner_id, credit)
                 order by product, grade, owner_id
                on conflict (product, grade, owner_id) do update set credit = excluded.credit
                """,
                statement -> statement
                        .bindArray("creditProducts", String.class, Columns.of(credits, Credit::product))
                        .bindArray("creditGrades", String.class, Columns.of(credits, Credit::grade))
                        .bindArray("creditOwners", UUID.class, Columns.of(credits, Credit::ownerId))
                        .bindArray("credits", BigDecimal.class, Columns.of(credits, Credit::credit)));
    }
}
