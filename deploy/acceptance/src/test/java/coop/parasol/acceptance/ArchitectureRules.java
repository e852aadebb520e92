package coop.parasol.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * How the code is built up, as rules that can be asked of any root package: of the real one, and of the seeded
 * violations that prove that each rule bites.
 */
record ArchitectureRules(String root) {

    static final List<String> SERVICES = List.of("membership", "quality", "pricing", "production", "distribution");
    private static final Set<String> CLOCKS_AND_IDS =
            Set.of("now", "randomUUID", "currentTimeMillis", "nanoTime", "random", "systemUTC", "systemDefaultZone");
    private static final List<String> SECURITY = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");
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
                .resideInAnyPackage(root + ".contracts..", root + ".messaging..", root + ".web..", root + ".pdf..")
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

    /** Features of a service form no cycle. */
    ArchRule featuresFormNoCycle(String service) {
        return slices().matching(root + "." + service + ".(*)..").should().beFreeOfCycles();
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
