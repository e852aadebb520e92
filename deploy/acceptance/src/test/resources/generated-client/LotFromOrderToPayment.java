package coop.parasol.client;

import coop.parasol.client.distribution.api.CatalogueApi;
import coop.parasol.client.distribution.api.InvoicesApi;
import coop.parasol.client.distribution.api.OrdersApi;
import coop.parasol.client.distribution.api.ShipmentsApi;
import coop.parasol.client.distribution.model.InvoiceState;
import coop.parasol.client.distribution.model.InvoiceView;
import coop.parasol.client.distribution.model.NewDispatch;
import coop.parasol.client.distribution.model.NewLine;
import coop.parasol.client.distribution.model.NewOrder;
import coop.parasol.client.distribution.model.OrderView;
import coop.parasol.client.distribution.model.Payment;
import coop.parasol.client.distribution.model.ShipmentView;
import coop.parasol.client.membership.api.EquityApi;
import coop.parasol.client.pricing.api.PayoutStatementsApi;
import coop.parasol.client.production.ApiException;
import coop.parasol.client.production.ApiResponse;
import coop.parasol.client.production.api.BatchesApi;
import coop.parasol.client.production.api.CapacitiesApi;
import coop.parasol.client.production.api.CommitmentsApi;
import coop.parasol.client.production.api.OutlookApi;
import coop.parasol.client.production.model.BatchReport;
import coop.parasol.client.production.model.CommitmentChange;
import coop.parasol.client.production.model.CommitmentView;
import coop.parasol.client.production.model.NewCapacity;
import coop.parasol.client.production.model.NewCommitment;
import coop.parasol.client.production.model.Problem;
import coop.parasol.client.production.model.Quantity;
import coop.parasol.client.quality.api.InspectionsApi;
import coop.parasol.client.quality.api.VerificationApi;
import coop.parasol.client.quality.model.BatchState;
import coop.parasol.client.quality.model.BatchView;
import coop.parasol.client.quality.model.Finding;
import coop.parasol.client.quality.model.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import java.util.function.UnaryOperator;

/** What a partner's and a producer's software does in a season, with nothing but the clients generated from OpenAPI. */
public final class LotFromOrderToPayment {

    private static final String PRODUCT = "BRASS-LAMP";
    private static final String PIECE = "C62";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A system that waits for another asks again a few times a second. */
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(200);

    private final Clients clients;
    private final String week;
    private final String tag;

    private LotFromOrderToPayment(Clients clients, String week, String tag) {
        this.clients = clients;
        this.week = week;
        this.tag = tag;
    }

    /**
     * @param url of a service
     * @param token of a user who has a role
     * @param week ISO week
     * @param tag distinguishes references and lots from those of other runs
     * @param memberId of the producer
     */
    public static void play(
            UnaryOperator<String> url, UnaryOperator<String> token, String week, String tag, String memberId)
            throws Exception {
        new LotFromOrderToPayment(new Clients(url, token), week, tag).play(UUID.fromString(memberId));
    }

    private void play(UUID memberId) throws Exception {
        OrderView order = order();
        UUID commitment = commit();
        certify(report(commitment));
        InvoiceView invoice = deliver(order.getOrderId());
        pay(invoice);
        statements(memberId);
    }

    private OrderView order() throws Exception {
        String grade = new CatalogueApi(clients.distribution("partner"))
                .getOffer(PRODUCT, null)
                .getGrades()
                .getFirst();
        OrdersApi orders = new OrdersApi(clients.distribution("partner"));
        NewOrder wanted = new NewOrder()
                .reference("GC-" + tag)
                .period(week)
                .addLinesItem(new NewLine()
                        .product(PRODUCT)
                        .grade(grade)
                        .quantity(new coop.parasol.client.distribution.model.Quantity()
                                .value("3")
                                .unit(PIECE)));
        OrderView order = orders.placeOrder(wanted, "order-" + tag);
        OrderView again = orders.placeOrder(wanted, "order-" + tag);
        require(order.getOrderId().equals(again.getOrderId()), "the same key is the same order");
        require(order.getRefusal() == null, "the order is taken: " + order);
        return order;
    }

    private UUID commit() throws Exception {
        OutlookApi outlook = new OutlookApi(clients.production("producer"));
        await(
                "the order in the outlook",
                () -> outlook.getOutlook(PRODUCT, week, null, null).getItems().stream()
                        .anyMatch(line -> new BigDecimal(line.getOpenOrders().getValue()).signum() > 0));
        new CapacitiesApi(clients.production("producer"))
                .declareCapacity(PRODUCT, week, "*", new NewCapacity().quantity(pieces(2000)));
        CommitmentsApi commitments = new CommitmentsApi(clients.production("producer"));
        CommitmentView made = commitments.commitQuantity(
                new NewCommitment()
                        .product(PRODUCT)
                        .period(week)
                        .quantity(pieces(10))
                        .route("lost-wax casting"),
                "commitment-" + tag);
        ApiResponse<CommitmentView> read = commitments.getCommitmentWithHttpInfo(made.getCommitmentId());
        String version = read.getHeaders().get("etag").getFirst();
        CommitmentChange more = new CommitmentChange().quantity(pieces(12));
        commitments.changeCommitment(made.getCommitmentId(), version, more);
        try {
            commitments.changeCommitment(made.getCommitmentId(), version, more.quantity(pieces(11)));
            require(false, "a version that has passed is refused");
        } catch (ApiException refused) {
            Problem problem = clients.production("producer")
                    .getObjectMapper()
                    .readValue(refused.getResponseBody(), Problem.class);
            require(refused.getCode() == 412, "412 and not " + refused.getCode());
            require(problem.getCode().equals("changed-meanwhile"), "changed-meanwhile and not " + problem.getCode());
        }
        return made.getCommitmentId();
    }

    private UUID report(UUID commitment) throws Exception {
        return new BatchesApi(clients.production("producer"))
                .reportBatch(
                        new BatchReport()
                                .product(PRODUCT)
                                .lot("GC-" + tag)
                                .quantity(pieces(12))
                                .madeOn(LocalDate.now())
                                .route("lost-wax casting")
                                .commitmentId(commitment),
                        "batch-" + tag)
                .getBatchId();
    }

    private void certify(UUID batchId) throws Exception {
        var batches = new coop.parasol.client.quality.api.BatchesApi(clients.quality("auditor"));
        await("a sample of the batch", () -> isSampled(batches, batchId));
        BatchView sampled = batches.getBatch(batchId);
        Outcome outcome = new InspectionsApi(clients.quality("auditor"))
                .submitInspection(
                        batchId,
                        new Finding()
                                .inspected(sampled.getSampleSize())
                                .defectives(Map.of("CRITICAL", 0, "MAJOR", 0, "MINOR", 0))
                                .grade("A"),
                        null,
                        "inspection-" + tag);
        require(outcome.getCertificateNumber() != null, "the batch is certified: " + outcome);
        String lot = new VerificationApi(clients.quality(null))
                .verifyCertificate(outcome.getCertificateNumber())
                .getLot();
        require(lot.equals("GC-" + tag), "anybody can verify the certificate; its lot is " + lot);
    }

    private static boolean isSampled(coop.parasol.client.quality.api.BatchesApi batches, UUID batchId)
            throws coop.parasol.client.quality.ApiException {
        try {
            return batches.getBatch(batchId).getState() == BatchState.SAMPLED;
        } catch (coop.parasol.client.quality.ApiException unknown) {
            if (unknown.getCode() == 404) {
                return false;
            }
            throw unknown;
        }
    }

    private InvoiceView deliver(UUID orderId) throws Exception {
        OrdersApi orders = new OrdersApi(clients.distribution("partner"));
        await(
                "goods for the order",
                () -> orders.getOrder(orderId).getLines().stream()
                        .allMatch(line -> line.getAllocated().equals(line.getQuantity())));
        ShipmentView sent = new ShipmentsApi(clients.distribution("logistics-desk"))
                .dispatchOrder(orderId, new NewDispatch().reference("GC-" + tag), "dispatch-" + tag);
        ShipmentView arrived = new ShipmentsApi(clients.distribution("logistics-desk"))
                .deliverShipment(sent.getShipmentId(), "delivery-" + tag);
        return new InvoicesApi(clients.distribution("partner")).getInvoice(arrived.getInvoiceId());
    }

    private void pay(InvoiceView invoice) throws Exception {
        InvoiceView paid = new InvoicesApi(clients.distribution("treasurer"))
                .payInvoice(
                        invoice.getInvoiceId(),
                        new Payment().amount(invoice.getTotal()).bankReference("GC-" + tag),
                        "payment-" + tag);
        require(paid.getState() == InvoiceState.PAID, "the invoice is paid: " + paid);
    }

    private void statements(UUID memberId) throws Exception {
        require(
                new EquityApi(clients.membership("producer"))
                        .getEquity(memberId)
                        .getMemberId()
                        .equals(memberId),
                "a producer reads what it owns");
        List<?> statements = new PayoutStatementsApi(clients.pricing("producer"))
                .listPayoutStatements(null, 10)
                .getItems();
        require(statements != null, "a producer reads its statements");
    }

    private static Quantity pieces(int count) {
        return new Quantity().value(Integer.toString(count)).unit(PIECE);
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(BETWEEN_CALLS).until(condition);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    /** A generated client of each service, which acts for the user of a role; without a role for nobody. */
    private record Clients(UnaryOperator<String> url, UnaryOperator<String> token) {

        private coop.parasol.client.membership.ApiClient membership(String role) {
            var client = new coop.parasol.client.membership.ApiClient();
            client.updateBaseUri(url.apply("membership"));
            return client.setRequestInterceptor(call -> authorize(call, role));
        }

        private coop.parasol.client.quality.ApiClient quality(String role) {
            var client = new coop.parasol.client.quality.ApiClient();
            client.updateBaseUri(url.apply("quality"));
            return client.setRequestInterceptor(call -> authorize(call, role));
        }

        private coop.parasol.client.pricing.ApiClient pricing(String role) {
            var client = new coop.parasol.client.pricing.ApiClient();
            client.updateBaseUri(url.apply("pricing"));
            return client.setRequestInterceptor(call -> authorize(call, role));
        }

        private coop.parasol.client.production.ApiClient production(String role) {
            var client = new coop.parasol.client.production.ApiClient();
            client.updateBaseUri(url.apply("production"));
            return client.setRequestInterceptor(call -> authorize(call, role));
        }

        private coop.parasol.client.distribution.ApiClient distribution(String role) {
            var client = new coop.parasol.client.distribution.ApiClient();
            client.updateBaseUri(url.apply("distribution"));
            return client.setRequestInterceptor(call -> authorize(call, role));
        }

        private void authorize(java.net.http.HttpRequest.Builder call, String role) {
            if (role != null) {
                call.header("Authorization", "Bearer " + token.apply(role));
            }
        }
    }
}
