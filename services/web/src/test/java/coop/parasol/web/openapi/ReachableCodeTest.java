package coop.parasol.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.web.ETags;
import coop.parasol.web.Problem;
import coop.parasol.web.Refusal;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an operation can answer is found in the instructions of its method and of what that calls. */
class ReachableCodeTest {

    private static final Index INDEX = index();

    /** What somebody makes. */
    record Lamp(int watts) {}

    /** Why a lamp is not made. */
    record Refused(String code) {}

    @SuppressWarnings("unused") // its instructions are read
    static final class Lamps {

        private static final Refusal CLOSED = new Refusal.Conflict("closed", "Nothing is made today.");

        private final List<Lamp> made = List.of();

        Response open(boolean today) {
            if (!today) {
                throw Problem.of(CLOSED);
            }
            return Response.noContent().build();
        }

        Response make(Lamp lamp) {
            if (lamp.watts() > 100) {
                throw Problem.of(413, "too-bright", "watts", "At most 100.");
            }
            return refusal(lamp)
                    .map(refused -> {
                        throw Problem.of(refused);
                    })
                    .map(Response.class::cast)
                    .orElseGet(() -> Response.created(URI.create("/lamps/1"))
                            .tag(ETags.of(1))
                            .entity(lamp)
                            .build());
        }

        private static Optional<Refusal> refusal(Lamp lamp) {
            return lamp.watts() < 1
                    ? Optional.of(new Refusal.InvalidField("watts", "too-dark", "At least 1."))
                    : Optional.of(new Refusal.Conflict("lamp-exists", "There is one."));
        }

        Response change(@Nullable String ifMatch) {
            ETags.requireMatch(ifMatch, 1);
            return Response.noContent().build();
        }

        Response list(boolean table) {
            List<Lamp> all = made;
            return jsonOrTable(table, all, () -> made.toString() + all);
        }

        private static Response jsonOrTable(boolean table, Object report, Supplier<String> text) {
            return Response.ok(table ? text.get() : report).build();
        }

        Response passOn(Refused refused) {
            if (!refused.code().isEmpty()) {
                throw Problem.refused(decide(refused).code(), "No.");
            }
            return Response.ok().build();
        }

        Response check(Lamp lamp, List<Problem.FieldError> errors) {
            refuse("watts", lamp.watts() < 0 ? "negative" : "too-dark", "At least 1.", errors);
            Refused refused = decide(new Refused("no-lamp-left"));
            errors.add(new Problem.FieldError("watts", refused.code(), "No."));
            throw Problem.invalid("watts", errors.getFirst().code(), "No.");
        }

        private static void refuse(String field, String code, String detail, List<Problem.FieldError> errors) {
            errors.add(new Problem.FieldError(field, code, detail));
        }

        private static Refused decide(Refused refused) {
            return refused.code().isEmpty() ? new Refused("no-lamp-left") : refused;
        }
    }

    @Test
    void statuses_headers_and_the_entity_are_those_that_the_response_is_built_with() {
        Findings found = follow("make");

        assertThat(found.statuses).containsExactly(201);
        assertThat(found.headers).containsExactly("ETag", "Location");
        assertThat(found.entities).containsExactly("L" + Lamp.class.getName().replace('.', '/') + ";");
    }

    @Test
    void problems_are_those_that_are_thrown_and_those_of_refusals_that_are_returned() {
        assertThat(follow("make").problems)
                .isEqualTo(Map.of(409, Set.of("lamp-exists"), 413, Set.of("too-bright"), 422, Set.of("too-dark")));
    }

    @Test
    void a_version_that_has_to_be_named_can_be_missing_or_another() {
        assertThat(follow("change").problems)
                .isEqualTo(Map.of(412, Set.of("changed-meanwhile"), 428, Set.of("version-needed")));
        assertThat(follow("change").statuses).containsExactly(204);
    }

    @Test
    void an_entity_is_found_behind_what_a_lambda_captures_with_the_type_of_its_elements() {
        assertThat(follow("list").entities)
                .contains("Ljava/util/List<L" + Lamp.class.getName().replace('.', '/') + ";>;");
    }

    @Test
    void a_code_that_an_outcome_carries_has_the_status_that_the_resource_gives_it() {
        assertThat(follow("passOn").problems).isEqualTo(Map.of(409, Set.of("no-lamp-left")));
    }

    @Test
    void a_code_that_is_handed_to_a_method_is_one_of_both_that_a_condition_chooses() {
        assertThat(follow("check").problems).isEqualTo(Map.of(422, Set.of("negative", "no-lamp-left", "too-dark")));
    }

    @Test
    void a_refusal_that_is_a_constant_is_found_where_its_class_is_initialized() {
        assertThat(follow("open").problems).isEqualTo(Map.of(409, Set.of("closed")));
    }

    private static Findings follow(String name) {
        ClassInfo resource = INDEX.getClassByName(Lamps.class);
        MethodInfo method = resource.methods().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new ReachableCode(INDEX, Lamps.class.getClassLoader())
                .follow(resource.name(), name, method.descriptor());
    }

    private static Index index() {
        Indexer indexer = new Indexer();
        try {
            for (Class<?> type : List.of(Lamps.class, Lamp.class, Refused.class)) {
                indexer.indexClass(type);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return indexer.complete();
    }
}
