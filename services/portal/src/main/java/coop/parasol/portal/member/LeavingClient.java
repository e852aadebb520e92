package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as pages about leaving the firm need it. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface LeavingClient {

    /** What the names of a form's fields for choices begin with. */
    String FIELD = "goods.";

    /** What a member would get, and when, if it asked today. */
    record Preview(
            @Nullable UUID exitId,
            LocalDate noticeUntil,
            List<UnsoldSum> goods,
            List<PoolToCome> poolsToCome,
            List<Debt> owed,
            Money equalShare,
            Money patronageCapital,
            Money debts,
            Money stillOwed,
            Money holdback,
            LocalDate holdbackUntil,
            LocalDate lastStatementUntil,
            Money payable,
            List<Instalment> instalments,
            List<Expected> expected,
            Cap cap) {}

    /** Unsold goods added up. */
    record UnsoldSum(String product, String grade, String choice, long lots, Quantity quantity) {}

    /** What partners have paid for the member's goods and is not divided yet. */
    record PoolToCome(String product, Money receipts) {}

    /** What the member owes. */
    record Debt(String kind, Money amount) {}

    /** A part by the bylaws' plan. */
    record Instalment(int number, Money amount, LocalDate dueOn) {}

    /** When money is expected under the cap. */
    record Expected(LocalDate on, Money amount) {}

    /** What may be paid to leaving members in a year; no amount is no cap. */
    record Cap(int year, @Nullable Money amount, Money used, Money waiting) {}

    /** An unsold lot, and what becomes of it. */
    record GoodsLot(UUID batchId, String product, String lot, String grade, Quantity quantity, String choice) {

        /** The form's field for the choice. */
        public String field() {
            return FIELD + batchId;
        }
    }

    /** How far a member's leaving has come, and what it is paid. */
    record Exit(
            UUID exitId,
            String state,
            String kind,
            @Nullable String reason,
            Instant requestedAt,
            LocalDate noticeUntil,
            @Nullable Instant boundAt,
            @Nullable LocalDate valuedOn,
            @Nullable Money equalShare,
            @Nullable Money patronageCapital,
            @Nullable Money debts,
            @Nullable Money claim,
            @Nullable Money payable,
            @Nullable Money paid,
            List<Payment> payments,
            @Nullable LocalDate lastStatementUntil) {

        /** Whether it may still be withdrawn. */
        public boolean isRequested() {
            return state.equals("REQUESTED");
        }

        /** Whether it goes on. */
        public boolean isUnderWay() {
            return !state.equals("WITHDRAWN") && !state.equals("ENDED");
        }

        /** Whether its settlement can be printed. */
        public boolean isValued() {
            return valuedOn != null;
        }
    }

    /** A payment of an exit. */
    record Payment(
            int number,
            String kind,
            Money amount,
            LocalDate dueOn,
            String state,
            @Nullable Instant paidAt) {}

    /** Steps taken, and what is waited for. */
    record Timeline(Listed<Taken> taken, List<EndedGoods> goodsEnded, List<Waiting> next) {}

    /** A step that was taken. */
    record Taken(
            String step,
            Instant at,
            @Nullable String detail,
            @Nullable Money amount) {}

    /** For how many lots a choice was not done. */
    record EndedGoods(String ending, long lots, Instant lastAt) {}

    /** What is waited for, and through whom. */
    record Waiting(String what, String through, @Nullable LocalDate on) {}

    /** A request to leave. */
    record Request(@Nullable String reason, List<Choice> goods) {}

    /** What becomes of a lot. */
    record Choice(String batchId, String choice) {}

    /** What becomes of lots. */
    record Choices(List<Choice> goods) {}

    @GET
    @Path("exits/preview")
    Preview preview();

    @GET
    @Path("exits/preview/goods")
    Listed<GoodsLot> goods(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("exits")
    Listed<Exit> exits(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("exits")
    Exit request(@HeaderParam("Idempotency-Key") String key, Request request);

    @GET
    @Path("exits/{exitId}")
    RestResponse<Exit> exit(@PathParam("exitId") UUID exitId);

    @DELETE
    @Path("exits/{exitId}")
    Exit withdraw(@PathParam("exitId") UUID exitId, @HeaderParam("If-Match") String tag);

    @GET
    @Path("exits/{exitId}/timeline")
    Timeline timeline(
            @PathParam("exitId") UUID exitId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("exits/{exitId}/goods")
    Listed<GoodsLot> exitGoods(
            @PathParam("exitId") UUID exitId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @PUT
    @Path("exits/{exitId}/goods")
    RestResponse<Object> choose(@PathParam("exitId") UUID exitId, @HeaderParam("If-Match") String tag, Choices choices);

    @GET
    @Path("exits/{exitId}/statement.pdf")
    @Produces("application/pdf")
    byte[] statement(@PathParam("exitId") UUID exitId, @HeaderParam("Accept-Language") String language);
}
