package coop.parasol.local.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What failed is named once more at the end of a run, where it is looked for. */
class FailedTestsTest {

    @Test
    void each_failed_test_is_named_with_the_beginning_of_its_reason() {
        FailedTests failed = new FailedTests();

        """
                [INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in coop.parasol.GoodTest
                [ERROR] Tests run: 2, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in coop.parasol.BadTest
                [ERROR] coop.parasol.BadTest.a_rule_holds -- Time elapsed: 0.02 s <<< FAILURE!
                java.lang.AssertionError:

                Expecting actual:
                  1
                to be equal to:
                  2
                but was not
                \tat coop.parasol.BadTest.a_rule_holds(BadTest.java:20)

                [ERROR] coop.parasol.BadTest.another -- Time elapsed: 0.01 s <<< ERROR!
                java.io.IOException: closed
                \tat coop.parasol.BadTest.another(BadTest.java:30)
                Caused by: something that is not the beginning
                [INFO] Building jar: quality.jar
                nothing that anybody waits for
                """.lines().forEach(failed::read);

        assertThat(failed.lines())
                .containsExactly(
                        "FAILED coop.parasol.BadTest.a_rule_holds",
                        "    java.lang.AssertionError:",
                        "    Expecting actual:",
                        "      1",
                        "    to be equal to:",
                        "FAILED coop.parasol.BadTest.another",
                        "    java.io.IOException: closed");
    }
}
