package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as a member's pages about its share need it. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface ShareClient {

    /** What a member owns, with the numbers behind it. */
    record Equity(
            int shares,
            @Nullable Instant shareIssuedAt,
            long members,
            Money shareValue,
            Money netBookValue,
            Money equalShare,
            Money patronageCapital,
            Money debts,
            Money debtsDue,
            Money payable,
            Breakdown share,
            List<CapitalYear> patronageByYear) {}

    /** One share: net book value without reserve, patronage capital and what cannot be divided, by members. */
    record Breakdown(
            Money shareValue,
            long members,
            Money netBookValue,
            Money indivisibleReserve,
            Money patronageCapital,
            Money undividedRemainder) {}

    /** The patronage capital of one year, and when it is paid out. */
    record CapitalYear(
            int year, Money amount, LocalDate revolvesOn, String state, Money volume, Money bonus, Money cash) {}

    /** A share, as the register shows it. */
    record Certificate(
            String certificate,
            UUID memberId,
            String name,
            int shares,
            Instant issuedAt,
            @Nullable Instant cancelledAt) {}

    /** An entry of the books that concerns a member. */
    record Entry(
            long entry,
            String event,
            String narrative,
            LocalDate bookedOn,
            @Nullable String reference,
            List<Line> lines) {}

    /** One line of an entry; {@code memberId} where it is the member's own part of an account. */
    record Line(String account, @Nullable UUID memberId, Money amount, Money balance) {}

    @GET
    @Path("members/{memberId}/equity")
    Equity equity(@PathParam("memberId") UUID memberId);

    @GET
    @Path("members/{memberId}/share-certificate")
    Certificate certificate(@PathParam("memberId") UUID memberId);

    @GET
    @Path("members/{memberId}/statement")
    Listed<Entry> statement(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("share-register")
    Listed<Certificate> register(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
}
