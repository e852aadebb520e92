package coop.parasol.local.statement;

import static coop.parasol.local.statement.PayoutStatementVerifierTest.changed;
import static coop.parasol.local.statement.PayoutStatementVerifierTest.faultsWithTheDigestOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the firm keeps is rounded half up, what it pays out is rounded down. */
class StatementRoundingTest {

    @Test
    void a_margin_of_5_percent_of_10000_10_is_500_01_and_not_500_00() throws IOException {
        List<String> halfUp = changed(
                "receipts,,,,,,,10000.00",
                "receipts,,,,,,,10000.10",
                "500.00",
                "500.01",
                "carry-in,,,,,,,0.00",
                "carry-in,,,,,,,-0.09");
        List<String> down = changed(
                "receipts,,,,,,,10000.00", "receipts,,,,,,,10000.10", "carry-in,,,,,,,0.00", "carry-in,,,,,,,-0.10");

        assertThat(faultsWithTheDigestOf(halfUp, halfUp)).isEmpty();
        assertThat(faultsWithTheDigestOf(down, down))
                .first()
                .asString()
                .startsWith("The margin is not 500 hundredths of a per cent");
    }
}
