package coop.parasol.portal.production;

import coop.parasol.portal.chart.LineChart;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** How a producer's lots have passed: yield, trend, causes, severity, control charts, and the complaints about them. */
@Path("my-quality")
@Blocking
final class QualityPages {

    private static final int PAGE = 20;
    private static final int MONTHS = 24;

    private final QualityRecordClient quality;
    private final Person person;

    QualityPages(@RestClient QualityRecordClient quality, Person person) {
        this.quality = quality;
        this.person = person;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance quality(List<ProductTrend> products, @Nullable String next);

        static native TemplateInstance controlCharts(List<DrawnChart> charts, @Nullable String next);

        static native TemplateInstance complaints(Listed<QualityRecordClient.Complaint> complaints);

        static native TemplateInstance complaint(QualityRecordClient.Complaint complaint);
    }

    /** One product's record with the picture of its trend. */
    record ProductTrend(
            QualityRecordClient.ProductRecord of,
            String yield,
            String median,
            LineChart chart,
            List<MonthText> months) {}

    /** A month in words. */
    record MonthText(String month, long inspected, String yield, String median) {}

    /** A control chart with its picture. */
    record DrawnChart(String product, QualityRecordClient.Chart of, LineChart chart) {}

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        Listed<QualityRecordClient.ProductRecord> records = quality.quality(self(), after, PAGE);
        return Templates.quality(
                records.items().stream().map(QualityPages::trend).toList(), records.next());
    }

    @GET
    @Path("charts")
    public TemplateInstance charts(@QueryParam("after") @Nullable String after) {
        Listed<QualityRecordClient.Charts> charts = quality.charts(self(), after, PAGE);
        List<DrawnChart> drawn = charts.items().stream()
                .flatMap(product -> product.charts().stream()
                        .map(chart -> new DrawnChart(product.product(), chart, drawn(product.product(), chart))))
                .toList();
        return Templates.controlCharts(drawn, charts.next());
    }

    @GET
    @Path("complaints")
    public TemplateInstance complaints(@QueryParam("after") @Nullable String after) {
        return Templates.complaints(quality.complaints(after, PAGE));
    }

    @GET
    @Path("complaints/{complaintId}")
    public TemplateInstance complaint(@PathParam("complaintId") UUID complaintId) {
        return Templates.complaint(quality.complaint(complaintId));
    }

    private UUID self() {
        UUID memberId = person.memberId();
        if (memberId == null) {
            throw new NotFoundException();
        }
        return memberId;
    }

    private static ProductTrend trend(QualityRecordClient.ProductRecord product) {
        RecordMessages words = Words.of(RecordMessages.class);
        List<QualityRecordClient.Month> shown = product.trend().stream()
                .skip(Math.max(0, product.trend().size() - MONTHS))
                .toList();
        LineChart chart = LineChart.ofParts(
                words.trendPicture(product.product()),
                shown.stream()
                        .map(month -> new LineChart.Entry(
                                Formats.month(month.month()), month.firstPassYield(), month.networkMedian(), false))
                        .toList());
        return new ProductTrend(
                product,
                percent(product.firstPassYield()),
                percent(product.networkMedian()),
                chart,
                shown.stream()
                        .map(month -> new MonthText(
                                Formats.month(month.month()),
                                month.inspected(),
                                percent(month.firstPassYield()),
                                percent(month.networkMedian())))
                        .toList());
    }

    private static LineChart drawn(String product, QualityRecordClient.Chart chart) {
        RecordMessages words = Words.of(RecordMessages.class);
        List<LineChart.Mark> marks = new ArrayList<>();
        marks.add(new LineChart.Mark("LCL", chart.limits().lower()));
        marks.add(new LineChart.Mark("CL", chart.limits().centre()));
        marks.add(new LineChart.Mark("UCL", chart.limits().upper()));
        return LineChart.of(
                words.chartPicture(chart.characteristic(), product),
                chart.points().stream()
                        .map(point -> new LineChart.Entry(point.lot(), point.point(), null, !point.inControl()))
                        .toList(),
                marks);
    }

    /** A part of one as a percentage; empty where there is none. */
    static String percent(@Nullable BigDecimal part) {
        return part == null
                ? ""
                : part.movePointRight(2)
                                .setScale(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %";
    }
}
