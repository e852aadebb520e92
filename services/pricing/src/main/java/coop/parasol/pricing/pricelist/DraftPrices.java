package coop.parasol.pricing.pricelist;

import coop.parasol.messaging.Ids;
import coop.parasol.pricing.Firm;
import coop.parasol.pricing.product.Product;
import coop.parasol.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person writes down what things are to cost; nobody is asked for it yet. */
@ApplicationScoped
class DraftPrices {

    private final Firm firm;

    DraftPrices(Firm firm) {
        this.firm = firm;
    }

    PriceList draft(PriceListResource.Draft draft, String actor) {
        requirePossible(draft);
        PriceList list = new PriceList();
        list.id = Ids.next();
        list.state = PriceList.State.DRAFT;
        list.draftedBy = actor;
        list.draftedAt = firm.now();
        list.persistAndFlush();
        int line = 0;
        for (PriceListResource.NewPrice wanted : draft.prices()) {
            price(list.id, line++, wanted).persist();
        }
        line = 0;
        for (PriceListResource.NewDifferential wanted : draft.differentials()) {
            differential(list.id, line++, wanted).persist();
        }
        PriceList.flush();
        return list;
    }

    private void requirePossible(PriceListResource.Draft draft) {
        Map<String, Product> products = Product.byCode(Stream.concat(
                        draft.prices().stream().map(PriceListResource.NewPrice::product),
                        draft.differentials().stream().map(PriceListResource.NewDifferential::product))
                .collect(Collectors.toSet()));
        List<Problem.FieldError> errors = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < draft.prices().size() && errors.size() < 100; i++) {
            PriceListResource.NewPrice price = draft.prices().get(i);
            String field = "prices[" + i + "]";
            grade(products.get(price.product()), price.product(), price.grade(), field, errors);
            Product product = products.get(price.product());
            if (product != null && !product.unit.equals(price.minimumQuantity().unit())) {
                errors.add(
                        error(field + ".minimumQuantity.unit", "wrong-unit", "It is counted in " + product.unit + "."));
            }
            if (price.minimumQuantity().isNegative()) {
                errors.add(error(field + ".minimumQuantity.value", "negative", "A quantity is zero or more."));
            }
            if (!price.unitPrice().isPositive()) {
                errors.add(error(field + ".unitPrice.amount", "not-positive", "A price is more than nothing."));
            }
            if (!firm.uses(price.unitPrice())) {
                errors.add(error(
                        field + ".unitPrice.currency",
                        "wrong-currency",
                        "The firm's currency is " + firm.currency() + "."));
            }
            if (!seen.add(
                    List.of(price.product(), price.grade(), price.tier(), price.minimumQuantity(), validFrom(price)))) {
                errors.add(error(field, "twice", "The list has this price already."));
            }
        }
        for (int i = 0; i < draft.differentials().size(); i++) {
            PriceListResource.NewDifferential differential =
                    draft.differentials().get(i);
            String field = "differentials[" + i + "]";
            grade(products.get(differential.product()), differential.product(), differential.grade(), field, errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** What is past or absent is the moment of publication. */
    private String validFrom(PriceListResource.NewPrice price) {
        return price.validFrom() == null || !price.validFrom().isAfter(firm.now())
                ? "publication"
                : price.validFrom().toString();
    }

    private static void grade(
            @org.jspecify.annotations.Nullable Product product,
            String code,
            String grade,
            String field,
            List<Problem.FieldError> errors) {
        if (product == null) {
            errors.add(error(field + ".product", "unknown-product", "There is no standard for " + code + "."));
        } else if (!product.grades.contains(grade)) {
            errors.add(error(
                    field + ".grade",
                    "unknown-grade",
                    code + " has the grades " + String.join(", ", product.grades) + "."));
        }
    }

    private static Problem.FieldError error(String field, String code, String detail) {
        return new Problem.FieldError(field, code, detail);
    }

    private static Price price(UUID list, int line, PriceListResource.NewPrice wanted) {
        Price price = new Price();
        price.id = Ids.next();
        price.priceListId = list;
        price.line = line;
        price.product = wanted.product();
        price.grade = wanted.grade();
        price.tier = wanted.tier();
        price.minimumQuantity = wanted.minimumQuantity().value();
        price.unit = wanted.minimumQuantity().unit();
        price.unitPrice = wanted.unitPrice().minor();
        price.validFrom = wanted.validFrom();
        return price;
    }

    private static Differential differential(UUID list, int line, PriceListResource.NewDifferential wanted) {
        Differential differential = new Differential();
        differential.priceListId = list;
        differential.line = line;
        differential.product = wanted.product();
        differential.grade = wanted.grade();
        differential.factor = wanted.factor();
        return differential;
    }
}
