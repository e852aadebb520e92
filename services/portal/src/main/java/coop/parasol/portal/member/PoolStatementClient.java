package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service pricing, as far as a member's pages need it: what pools have paid for its goods. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface PoolStatementClient {

    /** A member's part of a settled pool; the lines are over the whole pool; {@code gross} is {@code earned - paidBefore} and what is late. */
    record Statement(
            UUID settlementId,
            UUID poolId,
            UUID memberId,
            String product,
            Period period,
            List<Line> lines,
            Money earned,
            Money paidBefore,
            Money gross,
            Money charged,
            Money advances,
            Money payable,
            Money salesValue,
            List<Share> shares,
            @Nullable Pool pool,
            @Nullable String figures,
            List<Advance> advanceLines,
            @Nullable Document document,
            List<Late> late) {}

    /** What a statement was also drawn up as, or why it stayed a plain one; {@code taxOnTop} is owed beside {@code total}. */
    record Document(
            @Nullable UUID documentId,
            @Nullable String number,
            @Nullable Money total,
            @Nullable Money taxOnTop,
            @Nullable String plainBecause) {

        /** The total with the tax. */
        public Money gross() {
            Money net = Objects.requireNonNull(total);
            return taxOnTop == null ? net : net.plus(taxOnTop);
        }
    }

    /** What the settlement pays of a closed pool, for which money has come in late; its lines are over the whole closed pool. */
    record Late(
            UUID poolId,
            Period period,
            List<Line> lines,
            Money earned,
            Money paidBefore,
            Money gross,
            Money charged,
            List<Share> shares) {}

    /** An advance on goods of the member; {@code due} and not {@code deducted} is for the next settlement. */
    record Advance(UUID advanceId, UUID batchId, Money due, Money deducted) {}

    /** The figures of a pool, the same for every producer; {@code net} is what is divided. */
    record Pool(
            Money receipts,
            int marginShare,
            Money margin,
            List<Cost> costs,
            Money carryIn,
            Money net,
            BigDecimal equivalents,
            int lines,
            Money carryOut) {}

    /** @param evidence the document that proves it */
    record Cost(String description, String evidence, Money amount) {}

    /** What an originator keeps of what goods earn that another has made of a part of its commitment. */
    record Share(
            UUID commitmentId,
            UUID originatorId,
            UUID takerId,
            String grade,
            Quantity quantity,
            BigDecimal equivalents,
            int originatorShare,
            Money amount) {

        /** Whether the member keeps it; else it leaves it to the originator. */
        public boolean isKeptBy(UUID memberId) {
            return originatorId.equals(memberId);
        }
    }

    /** One grade: what its equivalents earn of the pool's net receipts. */
    record Line(String grade, Quantity quantity, BigDecimal factor, BigDecimal equivalents, Money earned) {}

    @GET
    @Path("statements")
    Listed<Statement> statements(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("statements/{settlementId}/members/{memberId}.csv")
    @Produces("text/csv")
    byte[] statementFile(@PathParam("settlementId") UUID settlementId, @PathParam("memberId") UUID memberId);

    @GET
    @Path("statements/{poolId}")
    Listed<Statement> statements(
            @PathParam("poolId") UUID poolId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);
}
