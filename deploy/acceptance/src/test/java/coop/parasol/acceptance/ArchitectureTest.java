package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code is built up as agreed, and each rule that says so finds the violation that is seeded for it. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(Stream.concat(
                            Stream.of(Path.of("../../contracts/target/classes")),
                            Stream.concat(
                                            ArchitectureRules.SERVICES.stream(),
                                            ArchitectureRules.LIBRARIES.stream()
                                                    .filter(library -> !library.equals("contracts")))
                                    .map(name -> Path.of("../../services", name, "target/classes")))
                    .toList());
    private static final JavaClasses SEEDED = new ClassFileImporter(
                    List.of((ImportOption) location -> location.contains("/seeded/")))
            .importPackages("coop.parasol.acceptance.seeded");

    /** What membership's features may know of the books. */
    private static final Set<String> BOOKS_FOR_MEMBERSHIP = Set.of(
            "Journal",
            "ManualEntryWords",
            "PostingRules",
            "Account",
            "Balances",
            "JournalEntries",
            "PatronageLots",
            "SetOffClaims",
            "DueDebts",
            "DueDebt");

    /** What the books may know of membership's features. */
    private static final Set<String> MEMBERSHIP_FOR_BOOKS = Set.of(
            "ShareCount",
            "ShareHolders",
            "ShareValuation",
            "Member",
            "BylawsInForce",
            "Bylaws",
            "Proposal",
            "ProposalEffect",
            "VoteResult",
            "ExitRegister",
            "ExitView",
            "ExitTimeline",
            "BuyIns",
            "MemberReceipts",
            "MemberGoods");

    private record Named(String name, ArchRule rule) {}

    private static List<Named> rulesFor(String root, List<String> services) {
        ArchitectureRules rules = new ArchitectureRules(root);
        List<Named> all = new ArrayList<>();
        for (String service : services) {
            all.add(new Named(service + " does not know another service", rules.servicesDoNotKnowEachOther(service)));
            all.add(new Named("features of " + service + " form no cycle", rules.featuresFormNoCycle(service)));
        }
        all.add(new Named("shared libraries know no service", rules.sharedLibrariesKnowNoService()));
        all.add(new Named("messaging does not know web", rules.librariesDoNotKnowEachOther("messaging", "web")));
        all.add(new Named("web does not know messaging", rules.librariesDoNotKnowEachOther("web", "messaging")));
        all.add(new Named("treasury knows nothing else of membership", rules.treasuryKnowsNothingElseOfMembership()));
        all.add(new Named(
                "membership and books know each other through named classes",
                rules.areasKnowEachOtherThrough(BOOKS_FOR_MEMBERSHIP, MEMBERSHIP_FOR_BOOKS)));
        all.add(new Named(
                "problems are thrown by resources and filters only",
                rules.problemsAreThrownByResourcesAndFiltersOnly()));
        all.add(new Named("use cases know no records of resources", rules.useCasesKnowNoRecordsOfResources()));
        all.add(new Named("handlers are for the latest version", rules.handlersAreForTheLatestVersion()));
        all.add(new Named("rows have types", rules.noUntypedQueries()));
        all.add(new Named("rules are pure", rules.rulesArePure()));
        all.add(new Named("rules read no clock and make no ids", rules.rulesReadNoClockAndMakeNoIds()));
        all.add(new Named("every endpoint names its roles", rules.everyEndpointNamesItsRoles()));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> the_code_keeps_to() {
        return rulesFor("coop.parasol", ArchitectureRules.SERVICES).stream()
                .map(named ->
                        DynamicTest.dynamicTest(named.name(), () -> named.rule().check(CODE)));
    }

    @TestFactory
    Stream<DynamicTest> the_seeded_violation_is_found_by() {
        return rulesFor("coop.parasol.acceptance.seeded", List.of("membership")).stream()
                .map(named -> DynamicTest.dynamicTest(
                        named.name(),
                        () -> assertThatThrownBy(() -> named.rule().check(SEEDED))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("was violated")));
    }

    @Test
    void the_rules_look_at_all_of_the_code() {
        for (String service : ArchitectureRules.SERVICES) {
            assertThat(CODE.stream().map(type -> type.getPackageName()))
                    .as("classes of " + service)
                    .anyMatch(name -> name.startsWith("coop.parasol." + service + "."));
        }
        for (String library : ArchitectureRules.LIBRARIES) {
            assertThat(CODE.stream().map(type -> type.getPackageName()))
                    .as("classes of " + library)
                    .anyMatch(name -> name.equals("coop.parasol." + library));
        }
    }
}
