package coop.parasol.pricing.pricelist.rules;

import static coop.parasol.pricing.pricelist.rules.PriceListDrafts.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The factors of grades that a price list may name. */
class GradeFactorsOfListsTest {

    @Test
    void a_grade_has_one_factor_and_the_first_grade_the_factor_one() {
        assertThat(validate(
                        List.of(),
                        List.of(
                                new DraftDifferential("LAMP", "B", new BigDecimal("0.5")),
                                new DraftDifferential("LAMP", "B", new BigDecimal("0.6")),
                                new DraftDifferential("LAMP", "A", new BigDecimal("0.9")),
                                new DraftDifferential("HONEY", "A", new BigDecimal("1.0")))))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(
                        tuple("differentials[1].grade", "twice"),
                        tuple("differentials[2].factor", "first-grade-factor"));
    }
}
