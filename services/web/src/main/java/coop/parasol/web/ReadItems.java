package coop.parasol.web;

import coop.parasol.web.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The items of one list of a request: those that could be read, and what is wrong with the others. So one answer names all items that are
 * wrong, those that cannot be read and those that the rules refuse.
 *
 * @param name of the list's field
 * @param values that could be read
 * @param places of these in what was sent, from 0
 * @param errors of the others
 * @param malformed whether one of the others cannot be understood at all
 */
public record ReadItems<T>(
        String name, List<T> values, List<Integer> places, List<FieldError> errors, boolean malformed) {

    private static final Pattern ITEM = Pattern.compile("(\\w+)\\[(\\d+)](.*)");
    private static final int BAD_REQUEST = 400;

    /** @param sent null where the list was left out */
    public static <T> ReadItems<T> of(String name, @Nullable List<ReadItem<T>> sent, ItemCheck check) {
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
        return new ReadItems<>(name, values, places, errors, malformed);
    }

    private static List<FieldError> errors(String item, Problem.Document problem) {
        List<FieldError> errors = problem.errors();
        if (errors == null) {
            String field = problem.field();
            return List.of(new FieldError(
                    field == null ? item : item + "." + field, problem.code(), problem.detail(), problem.kind()));
        }
        return errors.stream()
                .map(error -> new FieldError(item + "." + error.field(), error.code(), error.detail(), error.kind()))
                .toList();
    }

    /** Whether all items could be read. */
    public boolean isWhole() {
        return errors.isEmpty();
    }

    /** What is made of each item that could be read. */
    public <D> List<D> map(Function<T, D> made) {
        return values.stream().map(made).toList();
    }

    /**
     * The answer to a request in which something could not be read: that, and what the rules refuse of the rest.
     *
     * @param lists all of the request
     * @param refused with fields such as {@code prices[3].unitPrice}, counted among the items that could be read
     */
    public static Problem refused(List<ReadItems<?>> lists, List<FieldError> refused) {
        Map<String, List<Integer>> places =
                lists.stream().collect(Collectors.toMap(ReadItems::name, ReadItems::places));
        List<FieldError> all = new ArrayList<>();
        lists.forEach(list -> all.addAll(list.errors()));
        refused.forEach(error -> all.add(new FieldError(sent(error.field(), places), error.code(), error.detail())));
        return lists.stream().anyMatch(ReadItems::malformed) ? Problem.malformed(all) : Problem.invalid(all);
    }

    /** The field by its place in what was sent. */
    private static String sent(String field, Map<String, List<Integer>> places) {
        Matcher item = ITEM.matcher(field);
        if (!item.matches()) {
            return field;
        }
        int read = Integer.parseInt(item.group(2));
        return "%s[%d]%s"
                .formatted(
                        item.group(1),
                        places.getOrDefault(item.group(1), List.of()).get(read),
                        item.group(3));
    }
}
