package coop.parasol.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.parasol.web.Problem.FieldError;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All fields of a body that are wrong. Reading it stops at the first that cannot be read, and what violates a constraint is looked
 * for only in what could be read; who has typed three errors wants to hear of three.
 */
@Singleton
class MalformedFields {

    /** Of so many fields that cannot be read it is said. */
    static final int MAX_FIELDS = 20;

    private final ObjectMapper json;
    private final Validator validator;

    MalformedFields(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The problem of a body that cannot be read: where it can be told, with all offending fields. */
    Problem problem(JsonMappingException first, KeptBody body) {
        Problem alone = ProblemMappers.fromJson(first);
        List<FieldError> wrong = body.whole().map(bytes -> all(bytes, body)).orElse(List.of());
        return wrong.size() < 2 ? alone : Problem.malformed(wrong);
    }

    private List<FieldError> all(byte[] bytes, KeptBody body) {
        List<FieldError> wrong = new ArrayList<>();
        try {
            JsonNode tree = json.readTree(bytes);
            while (wrong.size() < MAX_FIELDS) {
                JsonMappingException unreadable = check(tree, body, wrong);
                if (unreadable == null) {
                    break;
                }
                add(ProblemMappers.fromJson(unreadable).document(), wrong);
                if (!remove(tree, unreadable.getPath())) {
                    break;
                }
            }
        } catch (IOException e) {
            return List.of(); // no JSON at all
        }
        return wrong;
    }

    /** Reads the body and, if that works, looks for violated constraints; else says why it cannot be read. */
    private @Nullable JsonMappingException check(JsonNode tree, KeptBody body, List<FieldError> wrong)
            throws IOException {
        try {
            @Nullable Object value = json.readerFor(json.constructType(body.type())).readValue(json.treeAsTokens(tree));
            if (value != null) {
                ValidationMapper.errors(validator.validate(value)).forEach(error -> add(error, wrong));
            }
            return null;
        } catch (JsonMappingException e) {
            return e;
        }
    }

    static void add(Problem.Document problem, List<FieldError> wrong) {
        String field = problem.field();
        if (field != null) {
            add(new FieldError(field, problem.code(), problem.detail(), problem.kind()), wrong);
        }
    }

    /** Unless something is said of it, of a part of it, or of what it is a part of already. */
    private static void add(FieldError error, List<FieldError> wrong) {
        boolean isSaid = wrong.stream()
                .map(FieldError::field)
                .anyMatch(said -> isWithin(error.field(), said) || isWithin(said, error.field()));
        if (!isSaid) {
            wrong.add(error);
        }
    }

    private static boolean isWithin(String field, String whole) {
        return field.equals(whole) || field.startsWith(whole + ".") || field.startsWith(whole + "[");
    }

    /**
     * Removes what cannot be read; where that is missing, and so cannot be read either, what it is a part of.
     *
     * @return whether there was anything to remove
     */
    static boolean remove(JsonNode tree, List<JsonMappingException.Reference> path) {
        for (int length = path.size(); length > 0; length--) {
            if (removeAt(tree, path.subList(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean removeAt(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonNode parent = tree;
        for (JsonMappingException.Reference step : path.subList(0, path.size() - 1)) {
            parent = step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
        }
        JsonMappingException.Reference last = path.getLast();
        return switch (parent) {
            case ObjectNode object -> last.getFieldName() != null && object.remove(last.getFieldName()) != null;
            case ArrayNode array ->
                array.has(last.getIndex())
                        && !array.set(last.getIndex(), NullNode.getInstance()).isNull();
            default -> false;
        };
    }
}
