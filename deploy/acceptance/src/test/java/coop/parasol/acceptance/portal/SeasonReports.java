package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.TimeToCorrect;

/** What a producer reports in a season told by clicks. */
final class SeasonReports {

    /** Pieces of each lot. */
    static final int LOT = 10;

    private final SeasonCast cast;

    SeasonReports(SeasonCast cast) {
        this.cast = cast;
    }

    /**
     * One lot by the form, for the commitment, with a wrong quantity, which is corrected, and with a photo, as long as its sample is not
     * drawn.
     */
    void producerReportsALotCorrectsItAndShowsIt() {
        Person producer = cast.producer();
        try (TimeToCorrect time = cast.timeToCorrect()) {
            producer.follow("main a[href^='/batches/report']")
                    .type("lot", cast.lot(1))
                    .type("quantity", String.valueOf(LOT))
                    .type("madeOn", cast.today.toString())
                    .type("route", "thrown and fired");
            cast.picture(producer, "producer-report");
            producer.type("quantity", String.valueOf(LOT - 1)).press("/batches/report");
            String page = producer.path();
            producer.follow("main a[href$='/correction']")
                    .type("quantity", String.valueOf(LOT))
                    .press("/correction")
                    .until("quality to answer", () -> producer.has("main a[href$='/correction']"));
            assertThat(Person.amount(producer.fact(producer.words().text("Quantity", "lots", "quantity"))))
                    .isEqualByComparingTo(String.valueOf(LOT));
            producer.follow("main a[href='" + page + "/photos']")
                    .photographs("file", TestPhoto.png(40, 30))
                    .type("caption", "The rim of " + cast.lot(1))
                    .press("/photos");
            assertThat(producer.page().locator("main article img").count()).isOne();
            time.over(cast.lot(1));
            producer.until("the sample to be drawn", () -> !producer.has("main input[type=file]"));
        }
    }

    /** Two lots from a file. */
    void producerReportsManyLots() {
        Person producer = cast.producer();
        String file = "product,lot,quantity,madeOn,route\n";
        for (int i = 2; i <= 3; i++) {
            file += cast.product + "," + cast.lot(i) + "," + LOT + "," + cast.today + ",thrown and fired\n";
        }
        producer.go("/batches").follow("main a[href='/batches/many']");
        producer.choosesFile("file", "lots.csv", file).press("/batches/many");
        assertThat(producer.page().locator("main tbody .state.good").count()).isEqualTo(2);
        cast.picture(producer, "producer-many");
        producer.go("/batches").untilSeen(cast.lot(3));
    }
}
