package coop.parasol.local.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The arguments with which Maven runs the selected tests. */
class TestSelectionTest {

    @Test
    void all_tests_but_the_long_ones_are_verified() {
        assertThat(new TestSelection(List.of(), Map.of(), false, List.of()).mavenArguments())
                .contains("verify")
                .noneMatch(
                        argument -> argument.startsWith("-D") || argument.startsWith("-P") || argument.equals("-pl"));
    }

    @Test
    void the_full_tests_exclude_no_group() {
        assertThat(new TestSelection(List.of(), Map.of(), true, List.of()).mavenArguments())
                .contains("verify", "-DexcludedGroups=");
    }

    @Test
    void a_single_test_runs_with_the_modules_it_is_built_from_and_without_packaging() {
        assertThat(new TestSelection(
                                List.of("services/quality"), Map.of("test", "SwitchingTest#name"), false, List.of())
                        .mavenArguments())
                .containsSubsequence("test", "-pl", "services/quality", "-am")
                .contains("-Dtest=SwitchingTest#name", "-Dsurefire.failIfNoSpecifiedTests=false", "-DexcludedGroups=")
                .doesNotContain("verify");
    }

    @Test
    void a_single_acceptance_test_needs_the_packaged_services() {
        assertThat(new TestSelection(List.of("deploy/acceptance"), Map.of("test", "PowerCutTest"), false, List.of())
                        .mavenArguments())
                .contains("verify");
    }

    @Test
    void a_profile_is_activated() {
        assertThat(new TestSelection(List.of(), Map.of(), false, List.of("coverage")).mavenArguments())
                .contains("-Pcoverage");
    }
}
