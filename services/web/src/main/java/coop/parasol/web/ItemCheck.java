package coop.parasol.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;

/** Bean Validation of items that are answered each by itself. */
@ApplicationScoped
public class ItemCheck {

    private final Validator validator;

    ItemCheck(Validator validator) {
        this.validator = validator;
    }

    /** The items; instead of one that violates its constraints the problem that a call with it alone would be answered with. */
    public <T> List<ReadItem<T>> checked(List<ReadItem<T>> items) {
        return items.stream()
                .map(item -> item.unless(value -> {
                    Set<ConstraintViolation<T>> violations = validator.validate(value);
                    return violations.isEmpty() ? null : ValidationMapper.problem(violations);
                }))
                .toList();
    }
}
