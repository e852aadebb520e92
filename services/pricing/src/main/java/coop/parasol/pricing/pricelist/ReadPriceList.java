package coop.parasol.pricing.pricelist;

import coop.parasol.pricing.pricelist.PriceListResource.Differential;
import coop.parasol.pricing.pricelist.PriceListResource.NewPrice;
import coop.parasol.pricing.pricelist.PriceListResource.NewPriceList;
import coop.parasol.pricing.pricelist.PriceListResource.UnitCost;
import coop.parasol.pricing.pricelist.rules.PriceListDraft;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import coop.parasol.web.ItemCheck;
import coop.parasol.web.Problem;
import coop.parasol.web.Problem.FieldError;
import coop.parasol.web.ReadItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A price list as it was sent: the draft of the lines that could be read, and what is wrong with the others. So one answer names all lines
 * that are wrong, those that cannot be read and those that the rules refuse.
 *
 * @param places in what was sent, of the lines of the draft, by the name of their list
 * @param errors of the lines that are not in the draft
 * @param malformed whether one of them cannot be understood at all
 */
record ReadPriceList(
        PriceListDraft draft, Map<String, List<Integer>> places, List<FieldError> errors, boolean malformed) {

    private static final String PRICES = "prices";
    private static final String DIFFERENTIALS = "differentials";
    private static final String COSTS = "standardCosts";
    private static final Pattern LINE = Pattern.compile("(\\w+)\\[(\\d+)](.*)");
    private static final int BAD_REQUEST = 400;

    static ReadPriceList of(NewPriceList list, ItemCheck check) {
        Lines<NewPrice> prices = Lines.of(PRICES, list.prices(), check);
        Lines<Differential> differentials = Lines.of(DIFFERENTIALS, list.differentials(), check);
        Lines<UnitCost> costs = Lines.of(COSTS, list.standardCosts(), check);
        List<FieldError> errors = new ArrayList<>(prices.errors());
        errors.addAll(differentials.errors());
        errors.addAll(costs.errors());
        PriceListDraft draft = new PriceListDraft(
                prices.map(NewPrice::draft),
                differentials.map(Differential::draft),
                costs.map(UnitCost::draft),
                list.newTiers() == null ? Set.of() : Set.copyOf(list.newTiers()),
                list.belowCostReason());
        return new ReadPriceList(
                draft,
                Map.of(PRICES, prices.places(), DIFFERENTIALS, differentials.places(), COSTS, costs.places()),
                errors,
                prices.malformed() || differentials.malformed() || costs.malformed());
    }

    /** Whether every line could be read. */
    boolean isWhole() {
        return errors.isEmpty();
    }

    /** The answer: what could not be read, and what the rules refuse of the rest. */
    Problem refused(List<InvalidField> refused) {
        List<FieldError> all = new ArrayList<>(errors);
        refused.forEach(error -> all.add(new FieldError(sent(error.field()), error.code(), error.detail())));
        return malformed ? Problem.malformed(all) : Problem.invalid(all);
    }

    /** The field by its place in what was sent. */
    private String sent(String field) {
        Matcher line = LINE.matcher(field);
        return line.matches()
                ? "%s[%d]%s"
                        .formatted(
                                line.group(1),
                                places.getOrDefault(line.group(1), List.of()).get(Integer.parseInt(line.group(2))),
                                line.group(3))
                : field;
    }

    private record Lines<T>(List<T> values, List<Integer> places, List<FieldError> errors, boolean malformed) {

        static <T> Lines<T> of(String name, @Nullable List<ReadItem<T>> sent, ItemCheck check) {
            List<T> values = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            List<FieldError> errors = new ArrayList<>();
            boolean malformed = false;
            List<ReadItem<T>> items = sent == null ? List.of() : check.checked(sent);
            for (int place = 0; place < items.size(); place++) {
                switch (items.get(place)) {
                    case ReadItem.Valid<T> valid -> {
                        values.add(valid.value());
                        places.add(place);
                    }
                    case ReadItem.Invalid<T> invalid -> {
                        errors.addAll(errors(name + "[" + place + "]", invalid.problem()));
                        malformed |= invalid.problem().status() == BAD_REQUEST;
                    }
                }
            }
            return new Lines<>(values, places, errors, malformed);
        }

        private static List<FieldError> errors(String line, Problem.Document problem) {
            List<FieldError> errors = problem.errors();
            if (errors == null) {
                String field = problem.field();
                return List.of(
                        new FieldError(field == null ? line : line + "." + field, problem.code(), problem.detail()));
            }
            return errors.stream()
                    .map(error -> new FieldError(line + "." + error.field(), error.code(), error.detail()))
                    .toList();
        }

        <D> List<D> map(Function<T, D> draft) {
            return values.stream().map(draft).toList();
        }
    }
}
