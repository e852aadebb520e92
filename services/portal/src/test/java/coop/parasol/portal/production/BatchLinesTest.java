package coop.parasol.portal.production;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.csv.SpreadsheetColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchLinesTest {

    private static final Map<String, String> UNITS = Map.of("HONEY", "KGM");
    private static final SpreadsheetColumns COLUMNS =
            BatchLines.columns(Map.of("How it is made", "route", "જથ્થો", "quantity", "બનાવ્યાની તારીખ", "madeOn"));

    @Test
    void reads_lines_of_a_spreadsheet_in_the_usual_order_of_columns() {
        List<BatchLines.Line> lines = BatchLines.read(
                "HONEY\t2026-1\t12.5\t2026-11-27\tcold filled\n\nSOAP\t2026-2\t40\t2026-11-28\tcold", COLUMNS, UNITS);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().report())
                .isEqualTo(new ProductionClient.BatchReport(
                        "HONEY",
                        "2026-1",
                        new ProductionClient.Amount("12.5", "KGM"),
                        "2026-11-27",
                        null,
                        "cold filled",
                        List.of(),
                        null,
                        List.of(),
                        List.of()));
        assertThat(lines.getLast().report().quantity().unit()).isEqualTo("C62");
    }

    @Test
    void follows_the_first_line_where_it_names_the_columns() {
        List<BatchLines.Line> lines = BatchLines.read(
                "\uFEFFLot;Product;Best before;Quantity;Unit;Made on\nA-1;SOAP;2027-01-31;40;PR;2026-11-28",
                COLUMNS,
                UNITS);

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.report())
                        .isEqualTo(new ProductionClient.BatchReport(
                                "SOAP",
                                "A-1",
                                new ProductionClient.Amount("40", "PR"),
                                "2026-11-28",
                                "2027-01-31",
                                null,
                                List.of(),
                                null,
                                List.of(),
                                List.of())));
    }

    @Test
    void keeps_separators_and_quotes_inside_of_quotes() {
        List<BatchLines.Line> lines = BatchLines.read("SOAP,\"A,\"\"1\"\"\",40,2026-11-28,cold", COLUMNS, UNITS);

        assertThat(lines.getFirst().report().lot()).isEqualTo("A,\"1\"");
        assertThat(lines.getFirst().text()).isEqualTo("SOAP,\"A,\"\"1\"\"\",40,2026-11-28,cold");
    }

    @Test
    void steps_stand_in_a_cell_with_their_machines() {
        ProductionClient.BatchReport report = BatchLines.read(
                        "product\tlot\tquantity\tmadeOn\troute\tsteps\nSOAP\tA-1\t40\t2026-11-28\tcold\tmixing; M 1 | moulding |cutting；M2",
                        COLUMNS,
                        UNITS)
                .getFirst()
                .report();

        assertThat(report.steps())
                .containsExactly(
                        new ProductionClient.Step("mixing", "M 1"),
                        new ProductionClient.Step("moulding", null),
                        new ProductionClient.Step("cutting", "M2"));
        assertThat(BatchDetails.steps(BatchDetails.lines(report.steps()))).isEqualTo(report.steps());
    }

    @Test
    void what_went_into_a_lot_and_what_was_measured_stands_in_cells_of_its_line() {
        ProductionClient.BatchReport report = BatchLines.read(
                        "product\tlot\tquantity\tmadeOn\troute\townLots\tboughtIn\tcertificates\tmeasurements\n"
                                + "SOAP\tA-1\t40\t2026-11-28\tcold\tL-12; 40 | L-13;૫\tolive oil; 4711\t7K3Q-9D2X\tweight: 102.5|heavy",
                        COLUMNS,
                        UNITS)
                .getFirst()
                .report();

        assertThat(report.inputs())
                .containsExactly(
                        new ProductionClient.NewInput("OWN", "L-12", null, null, new BigDecimal("40")),
                        new ProductionClient.NewInput("OWN", "L-13", null, null, new BigDecimal("5")),
                        new ProductionClient.NewInput("BOUGHT", "4711", "olive oil", null, null),
                        new ProductionClient.NewInput("MEMBER", null, null, "7K3Q-9D2X", null));
        assertThat(report.measurements())
                .containsExactly(
                        new ProductionClient.NewMeasurement("weight", new BigDecimal("102.5")),
                        new ProductionClient.NewMeasurement("heavy", null));
    }

    @Test
    void leaves_what_is_missing_to_the_service() {
        assertThat(BatchLines.read("SOAP", COLUMNS, UNITS).getFirst().report().lot())
                .isNull();
        assertThat(BatchLines.read(" \n\n", COLUMNS, UNITS)).isEmpty();
    }

    @Test
    void columns_may_be_called_as_the_page_calls_them() {
        String text = "Product,Lot,જથ્થો,બનાવ્યાની તારીખ,How it is made,Colour\nSOAP,A-1,\"1,200\",2026-11-28,cold,red";
        BatchLines.Line line = BatchLines.read(text, COLUMNS, UNITS).getFirst();

        assertThat(line.report().quantity().value()).isEqualTo("1200");
        assertThat(line.report().madeOn()).isEqualTo("2026-11-28");
        assertThat(line.report().route()).isEqualTo("cold");
        assertThat(COLUMNS.unknown(text)).containsExactly("Colour");
    }

    @Test
    void tells_a_header_from_a_lot() {
        assertThat(COLUMNS.header("lot;product\nA;SOAP")).isEqualTo("lot;product\n");
        assertThat(COLUMNS.header("SOAP;A;40")).isEmpty();
        assertThat(COLUMNS.header("")).isEmpty();
    }
}
