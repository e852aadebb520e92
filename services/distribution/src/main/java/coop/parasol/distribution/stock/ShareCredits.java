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

    /**
     * @param credit units too little, -1 to 1
     * @param isStored whether there is one of the owner on record
     */
    public record Credit(String product, String grade, UUID ownerId, BigDecimal credit, boolean isStored) {}

    /**
     * Stores credits, as parts of a larger statement. The caller has held the products' locks since it read what is on record. Each
     * allocation changes many of them and seldom adds one, and an update costs half of an insertion that may meet a row.
     */
    public static List<Part> parts(List<Credit> credits) {
        return List.of(
                part(
                        "changed_credits",
                        "changed",
                        """
                        update share_credit s set credit = c.credit
                          from unnest(:changedProducts, :changedGrades, :changedOwners, :changedUnits)
                               as c (product, grade, owner_id, credit)
                         where s.product = c.product and s.grade = c.grade and s.owner_id = c.owner_id
                        """,
                        credits.stream().filter(Credit::isStored).toList()),
                part(
                        "new_credits",
                        "new",
                        """
                        insert into share_credit (product, grade, owner_id, credit)
                        select product, grade, owner_id, credit
                          from unnest(:newProducts, :newGrades, :newOwners, :newUnits)
                               as c (product, grade, owner_id, credit)
                         order by product, grade, owner_id
                        """,
                        credits.stream().filter(credit -> !credit.isStored()).toList()));
    }

    private static Part part(String name, String prefix, String sql, List<Credit> credits) {
        return new Part(
                name,
                sql,
                statement -> statement
                        .bindArray(prefix + "Products", String.class, Columns.of(credits, Credit::product))
                        .bindArray(prefix + "Grades", String.class, Columns.of(credits, Credit::grade))
                        .bindArray(prefix + "Owners", UUID.class, Columns.of(credits, Credit::ownerId))
                        .bindArray(prefix + "Units", BigDecimal.class, Columns.of(credits, Credit::credit)));
    }
}
