package coop.parasol.portal.partner;

import coop.parasol.contracts.Period;
import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.FormRedirects;
import coop.parasol.portal.order.OrderLine;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.UploadedText;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/**
 * Placing an order: lines are typed, pasted from a spreadsheet, read from a file or repeated from an earlier order, then looked at
 * with their prices, and only then sent. The page has everything until then; nothing is stored.
 */
@Path("orders/new")
@Blocking
final class OrderEntryPages {

    private static final int EMPTY_ROWS = 10;
    private static final int WEEKS = 26;
    private static final int MOST = 200;
    private final PartnerClient distribution;
    private final Parts parts;
    private final Person person;
    private final Firm firm;
    private final FormRedirects forms;
    private final OrderEntryMessages words = Words.of(OrderEntryMessages.class);
    private final PartnerMessages columnWords = Words.of(PartnerMessages.class);

    OrderEntryPages(
            @RestClient PartnerClient distribution, Parts parts, Person person, Firm firm, FormRedirects forms) {
        this.distribution = distribution;
        this.parts = parts;
        this.person = person;
        this.firm = firm;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance newOrder(
                FormFields form,
                List<OrderFormRow> rows,
                List<PartnerClient.Offer> products,
                List<Period> weeks,
                int linesRead,
                PartnerClient.@Nullable Order sameReference);

        static native TemplateInstance checkOrder(
                FormFields form, OrderCheck check, Period week, PartnerClient.Partner partner);
    }

    /** @param repeat an order whose lines are proposed again, or {@code last} */
    @GET
    public TemplateInstance form(
            @QueryParam("repeat") @Nullable String repeat,
            @QueryParam("product") @Nullable String product,
            @QueryParam("grade") @Nullable String grade) {
        List<OrderRow> rows = new ArrayList<>();
        if (repeat != null) {
            rows.addAll(repeated(repeat));
        }
        if (product != null) {
            rows.add(new OrderRow(product, grade == null ? "" : grade, "", ""));
        }
        FormFields form = FormFields.empty().with("period", Period.of(firm.today()));
        OrderRow.into(form, rows);
        return page(form, rows.size(), 0);
    }

    private List<OrderRow> repeated(String repeat) {
        UUID orderId;
        if (repeat.equals("last")) {
            List<PartnerClient.Order> orders =
                    distribution.orders(null, null, 1, null).items();
            if (orders.isEmpty()) {
                return List.of();
            }
            orderId = orders.getFirst().orderId();
        } else {
            orderId = id(repeat);
        }
        List<OrderLine> lines =
                Objects.requireNonNullElse(distribution.order(orderId).lines(), List.of());
        return lines.stream()
                .map(line -> new OrderRow(
                        line.product(),
                        Objects.requireNonNullElse(line.grade(), ""),
                        line.quantity().text(),
                        line.quantity().unit()))
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException(none);
        }
    }

    /** With a file: browsers send such forms in parts. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response go(MultipartFormDataInput sent) throws IOException {
        return go(OrderFormWithFile.of(sent));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response go(MultivaluedMap<String, String> sent) {
        return go(new OrderFormWithFile(sent, UploadedText.Flaw.NONE));
    }

    private Response go(OrderFormWithFile sent) {
        FormFields typed = FormFields.sent(sent.fields());
        List<OrderRow> rows = new ArrayList<>(OrderRow.of(typed));
        OrderLinesText.Lines pasted = OrderLinesText.read(
                typed.text("pasted"),
                OrderLinesText.Headings.of(columnWords.product(), columnWords.quantity()),
                OrderRow.MAX - rows.size());
        rows.addAll(pasted.rows());
        FormFields form = FormFields.empty()
                .with("reference", typed.text("reference"))
                .with("period", typed.text("period"))
                .with("pasted", String.join("\n", pasted.notInRows()));
        OrderRow.into(form, rows);
        if (!pasted.unread().isEmpty()) {
            form.refuse("pasted", words.linesNotRead(pasted.unread().size()));
        }
        if (!pasted.leftOver().isEmpty()) {
            form.refuse(
                    "pasted", words.tooManyLines(OrderRow.MAX, pasted.leftOver().size()));
        }
        sent.refuse(form, words);
        if (form.isRefused()) {
            return refusedPage(form, rows.size(), pasted.rows().size());
        }
        if (typed.text("do").equals("more")) {
            return Response.ok(page(form, rows.size() + EMPTY_ROWS, 0)).build();
        }
        if (!pasted.rows().isEmpty() || !typed.text("do").equals("check")) {
            return Response.ok(page(form, rows.size(), pasted.rows().size())).build();
        }
        return checked(form, true);
    }

    /** What would be ordered, with its prices; before it is sent, and whenever the browser comes back to it. */
    @GET
    @Path("check/{checkId}")
    public Response check(
            @PathParam("checkId") UUID checkId, @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(checkId, typed, "/orders/new", form -> checked(form, false));
    }

    /** @param isSent whether the form was sent a moment ago, so that the page is led to */
    private Response checked(FormFields form, boolean isSent) {
        List<OrderRow> rows = OrderRow.of(form);
        Parts.Pending<Listed<PartnerClient.Offer>> catalogue =
                parts.start(() -> distribution.catalogue(null, null, MOST));
        PartnerClient.Partner partner =
                distribution.partner(Objects.requireNonNullElse(person.partnerId(), new UUID(0, 0)));
        PriceTable prices = PriceTable.of(catalogue.await().required());
        PartnerClient.Order sameReference = refuseReference(form);
        if (rows.isEmpty()) {
            form.with(OrderRow.name(0, "product"), "");
            form.refuse(OrderRow.name(0, "product"), words.linesMissing());
        }
        OrderCheck check = OrderCheck.of(rows, prices, form, words);
        if (form.isRefused()) {
            return form.incomplete(() -> page(form, rows.size(), 0, sameReference));
        }
        Response page = Response.ok(Templates.checkOrder(form, check, Period.parse(form.text("period")), partner))
                .build();
        return isSent ? forms.to("/orders/new/check", form, _ -> page) : page;
    }

    /** The order that has this number already; null where none is known to have it. */
    private PartnerClient.@Nullable Order refuseReference(FormFields form) {
        if (form.text("reference").isEmpty()) {
            form.refuse("reference", words.referenceMissing());
            return null;
        }
        return refuseUsedReference(form);
    }

    private PartnerClient.@Nullable Order refuseUsedReference(FormFields form) {
        Part<Listed<PartnerClient.Order>> found = parts.load(() -> distribution.numbered(form.text("reference"), 1));
        if (!found.isLoaded() || found.value().items().isEmpty()) {
            return null;
        }
        PartnerClient.Order order = found.value().items().getFirst();
        form.refuse("reference", words.referenceUsed(order.title()));
        return order;
    }

    @POST
    @Path("place")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response place(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        List<OrderRow> rows = OrderRow.of(form);
        try {
            PartnerClient.Order order = distribution.place(
                    form.key(),
                    new PartnerClient.NewOrder(
                            form.optional("reference"),
                            form.optional("period"),
                            rows.stream().map(OrderEntryPages::line).toList()));
            return Response.seeOther(URI.create("/orders/" + order.orderId() + "?done=placed"))
                    .build();
        } catch (ServiceProblem refused) {
            PartnerClient.Order sameReference = null;
            if (refused.document().code().equals("order-exists")) {
                sameReference = refuseUsedReference(form);
                form.refuse("reference", refused.document().detail());
            } else {
                form.refuse(FieldPaths.renamed(refused, OrderRow::field));
            }
            return Response.status(refused.document().status())
                    .entity(page(form, rows.size(), 0, sameReference))
                    .build();
        }
    }

    private static PartnerClient.NewLine line(OrderRow row) {
        return new PartnerClient.NewLine(
                row.product(),
                row.grade().isEmpty() ? null : row.grade(),
                new PartnerClient.Amount(row.quantity(), row.unit()));
    }

    private Response refusedPage(FormFields form, int filled, int linesRead) {
        return form.incomplete(() -> page(form, filled, linesRead));
    }

    private TemplateInstance page(FormFields form, int filled, int linesRead) {
        return page(form, filled, linesRead, null);
    }

    private TemplateInstance page(
            FormFields form, int filled, int linesRead, PartnerClient.@Nullable Order sameReference) {
        Part<Listed<PartnerClient.Offer>> catalogue = parts.load(() -> distribution.catalogue(null, null, MOST));
        List<PartnerClient.Offer> products =
                catalogue.isLoaded() ? catalogue.value().items() : List.of();
        int shown = Math.min(OrderRow.MAX, Math.max(EMPTY_ROWS, filled + EMPTY_ROWS / 2));
        List<OrderFormRow> rows = IntStream.range(0, shown)
                .mapToObj(i -> OrderFormRow.of(form, i))
                .toList();
        List<Period> weeks = IntStream.range(0, WEEKS)
                .mapToObj(week -> Period.of(firm.today().plusWeeks(week)))
                .toList();
        return Templates.newOrder(form, rows, products, weeks, linesRead, sameReference);
    }
}
