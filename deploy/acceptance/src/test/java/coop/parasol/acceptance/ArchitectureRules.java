package coop.parasol.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;

/**
 * How the code is built up, as rules that can be asked of any root package: of the real one, and of the seeded
 * violations that prove that each rule bites.
 */
record ArchitectureRules(String root) {

    static final List<String> SERVICES = List.of("membership", "quality", "pricing", "production", "distribution");
    static final List<String> LIBRARIES =
            List.of("contracts", "firm", "persistence", "csv", "messaging", "web", "pdf", "keycloak");

    /** Parts of membership that hold features themselves. */
    private static final List<String> AREAS = List.of("books", "treasury");

    private static final Set<String> CLOCKS_AND_IDS =
            Set.of("now", "randomUUID", "currentTimeMillis", "nanoTime", "random", "systemUTC", "systemDefaultZone");
    private static final List<String> SECURITY = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");
    private static final String SUPERSEDED = "coop.parasol.contracts.Superseded";
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    /** A service shares nothing with another but what was meant to be shared. */
    ArchRule servicesDoNotKnowEachOther(String service) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> root + "." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    /** What is shared knows no service, and the two libraries do not know each other. */
    ArchRule sharedLibrariesKnowNoService() {
        return noClasses()
                .that()
                .resideInAnyPackage(LIBRARIES.stream()
                        .map(library -> root + "." + library + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES.stream()
                        .map(service -> root + "." + service + "..")
                        .toArray(String[]::new));
    }

    ArchRule librariesDoNotKnowEachOther(String library, String other) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + library + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + "." + other + "..");
    }

    /** A rule can be read and tested with nothing but the language and the contracts' records. */
    ArchRule rulesArePure() {
        DescribedPredicate<JavaClass> allowed = DescribedPredicate.describe(
                "java.*, contracts or a rules package of the same feature",
                type -> type.isPrimitive()
                        || type.getPackageName().startsWith("java.")
                        || type.getPackageName().isEmpty()
                        || type.getPackageName().startsWith("org.jspecify.")
                        || type.getPackageName().equals(root + ".contracts")
                        || type.getPackageName().endsWith(".rules"));
        return classes().that().resideInAPackage(root + "..rules").should().onlyDependOnClassesThat(allowed);
    }

    /** Time and ids are parameters of a rule. */
    ArchRule rulesReadNoClockAndMakeNoIds() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..rules")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a clock or a random id is read",
                        (JavaCall<?> call) -> CLOCKS_AND_IDS.contains(call.getName())
                                && call.getTargetOwner().getPackageName().startsWith("java.")));
    }

    /** Features of a service form no cycle; membership's areas hold features themselves. */
    ArchRule featuresFormNoCycle(String service) {
        String[] inside = (root + "." + service).split("\\.", -1);
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String[] packages = type.getPackageName().split("\\.", -1);
                        if (!type.getPackageName().startsWith(root + "." + service + ".")) {
                            return SliceIdentifier.ignore();
                        }
                        String first = packages[inside.length];
                        return AREAS.contains(first) && packages.length > inside.length + 1
                                ? SliceIdentifier.of(first, packages[inside.length + 1])
                                : SliceIdentifier.of(first);
                    }

                    @Override
                    public String getDescription() {
                        return "the features of " + service;
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    /** Treasury becomes a service of its own: it knows nothing of the rest of membership. */
    ArchRule treasuryKnowsNothingElseOfMembership() {
        String membership = root + ".membership";
        return noClasses()
                .that()
                .resideInAPackage(membership + ".treasury..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another area of membership",
                        type -> type.getPackageName().startsWith(membership)
                                && !type.getPackageName().startsWith(membership + ".treasury")));
    }

    /** The books know of the members, and the members' side of the books, only the classes named here. */
    ArchRule areasKnowEachOtherThrough(Set<String> booksForMembership, Set<String> membershipForBooks) {
        String membership = root + ".membership";
        String books = membership + ".books";
        return classes()
                .that()
                .resideInAPackage(membership + "..")
                .should(new ArchCondition<>("know classes of another area only if they are named") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean ofBooks = type.getPackageName().startsWith(books);
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            JavaClass other = outermost(dependency.getTargetClass());
                            String name = other.getPackageName();
                            boolean known = !name.startsWith(membership)
                                    || name.startsWith(membership + ".treasury")
                                    || name.startsWith(books) == ofBooks
                                    || (ofBooks ? membershipForBooks : booksForMembership)
                                            .contains(other.getSimpleName());
                            if (!known) {
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                            }
                        }
                    }
                });
    }

    /** A problem document is an answer to a call: inside, a refusal is a value. Filters answer calls like resources. */
    ArchRule problemsAreThrownByResourcesAndFiltersOnly() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are no resources or filters and not of web",
                        type -> !outermost(type).getSimpleName().endsWith("Resource")
                                && !type.isAssignableTo("jakarta.ws.rs.container.ContainerRequestFilter")
                                && !type.getPackageName().equals(root + ".web")))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are Problem", type -> outermost(type).getFullName().equals(root + ".web.Problem")));
    }

    /** What a request or an answer looks like is the resource's own affair; a use case has records of its own. */
    ArchRule useCasesKnowNoRecordsOfResources() {
        return noClasses()
                .that(DescribedPredicate.describe("are not of a resource", type -> !isOfResource(type)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of a resource",
                        type -> type.getPackageName().startsWith(root + ".") && isOfResource(type)));
    }

    private static boolean isOfResource(JavaClass type) {
        return outermost(type).getSimpleName().endsWith("Resource");
    }

    /** A handler of an earlier version would skip the later ones without a word. */
    ArchRule handlersAreForTheLatestVersion() {
        return classes()
                .that(DescribedPredicate.describe(
                        "are handlers", type -> type.isAssignableTo(root + ".messaging.Handler")))
                .should(new ArchCondition<>("be for an event without a later version") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency ->
                                        dependency.getTargetClass().isAssignableTo(SUPERSEDED))
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                });
    }

    /** SQL goes through Jdbi, whose rows have types. */
    ArchRule noUntypedQueries() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a native query is made with Hibernate",
                        (JavaCall<?> call) -> call.getName().startsWith("createNative")
                                && (call.getTargetOwner().getPackageName().startsWith("org.hibernate")
                                        || call.getTargetOwner()
                                                .getPackageName()
                                                .startsWith("jakarta.persistence"))));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }

    /** Nobody forgets to say who may call. */
    ArchRule everyEndpointNamesItsRoles() {
        return methods().that().areAnnotatedWith(endpoint()).should(new ArchCondition<>("say who may call") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = SECURITY.stream()
                        .anyMatch(name -> method.isAnnotatedWith(name)
                                || method.getOwner().isAnnotatedWith(name));
                events.add(new SimpleConditionEvent(
                        method, said, method.getFullName() + (said ? " says" : " does not say") + " who may call"));
            }
        });
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaAnnotation<?>> endpoint() {
        return DescribedPredicate.describe(
                "an HTTP verb",
                annotation -> annotation.getRawType().getPackageName().equals("jakarta.ws.rs")
                        && VERBS.contains(annotation.getRawType().getSimpleName()));
    }
}
