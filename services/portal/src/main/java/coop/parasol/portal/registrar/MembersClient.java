package coop.parasol.portal.registrar;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Members and applications at the service membership, as far as the registrar's pages need them. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface MembersClient {

    /** A firm that has applied, belongs or has left. */
    record Member(
            UUID memberId,
            String name,
            String registrationNumber,
            String kind,
            String email,
            @Nullable List<String> capabilities,
            @Nullable Address address,
            @Nullable String iban,
            String state,
            @Nullable Money buyInDue,
            @Nullable String refusalReason,
            Instant appliedAt,
            boolean hasToConfirmEmail,
            @Nullable Instant emailConfirmedAt,
            @Nullable Instant admittedAt,
            @Nullable Instant shareIssuedAt,
            @Nullable Instant leftAt,
            @Nullable Integer bylawsVersion,
            @Nullable String language) {}

    /** A postal address. */
    record Address(String street, @Nullable String postalCode, String city, String country) {}

    /** What was found out about a firm. */
    record Note(UUID noteId, @Nullable String note, String writtenBy, Instant writtenAt) {}

    /** What was found out, to be written down. */
    record Finding(@Nullable String note) {}

    /** Why an application is refused. */
    record RefusalRequest(@Nullable String reason) {}

    /** The invoice for a share; its instalments say when what is due. */
    record Invoice(
            String number,
            LocalDate issuedOn,
            String name,
            String registrationNumber,
            @Nullable Address address,
            Money price,
            Money outstanding,
            List<BuyInPart> instalments,
            FirmBankAccount payTo) {}

    /** One instalment of the price of a share. */
    record BuyInPart(
            int number,
            Money amount,
            @Nullable LocalDate dueOn,
            @Nullable Instant paidAt,
            @Nullable Money setOff) {}

    /** Where the firm is paid. */
    record FirmBankAccount(
            String name, @Nullable String iban, @Nullable String bic) {}

    /** The share of a member. */
    record ShareCertificate(
            String certificate,
            String name,
            int shares,
            Instant issuedAt,
            @Nullable Instant cancelledAt,
            @Nullable Integer bylawsVersion) {}

    /** What a member owns. */
    record Equity(
            int shares,
            Money shareValue,
            Money equalShare,
            Money patronageCapital,
            Money debts,
            Money payable,
            Money patronagePayable,
            Money goodsPayable,
            Money exitPayable) {}

    /** A new name. */
    record NewName(@Nullable String name) {}

    /** A new e-mail address. */
    record NewEmail(@Nullable String email) {}

    /** A change of a name or e-mail address. */
    record Change(
            UUID changeId,
            String what,
            @Nullable String valueBefore,
            @Nullable String valueAfter,
            String changedBy,
            Instant changedAt) {}

    /** What of a member would be or was erased, and what is kept. */
    record Erasure(
            @Nullable Instant erasedAt,
            List<Erased> erased,
            List<String> erasable,
            List<String> kept,
            @Nullable LocalDate keptUntil,
            @Nullable String objection) {}

    /** How many rows of a kind were erased. */
    record Erased(String what, int rows) {}

    @GET
    @Path("members")
    Listed<Member> members(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("q") @Nullable String q,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("members/{memberId}")
    RestResponse<Member> member(@PathParam("memberId") UUID memberId);

    @GET
    @Path("members/{memberId}/vetting-notes")
    Listed<Note> notes(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("members/{memberId}/vetting-notes")
    Note writeNote(@PathParam("memberId") UUID memberId, @HeaderParam("Idempotency-Key") String key, Finding finding);

    @POST
    @Path("members/{memberId}/admission")
    Member admit(@PathParam("memberId") UUID memberId, @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("members/{memberId}/refusal")
    Member refuse(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("Idempotency-Key") String key,
            RefusalRequest refusalRequest);

    @GET
    @Path("members/{memberId}/buy-in-invoice")
    Invoice invoice(@PathParam("memberId") UUID memberId);

    @GET
    @Path("members/{memberId}/share-certificate")
    ShareCertificate certificate(@PathParam("memberId") UUID memberId);

    @GET
    @Path("members/{memberId}/equity")
    Equity equity(@PathParam("memberId") UUID memberId);

    @PUT
    @Path("members/{memberId}/name")
    Member rename(@PathParam("memberId") UUID memberId, @HeaderParam("If-Match") String seen, NewName newName);

    @PUT
    @Path("members/{memberId}/email")
    Member changeEmail(@PathParam("memberId") UUID memberId, @HeaderParam("If-Match") String seen, NewEmail newEmail);

    @GET
    @Path("members/{memberId}/identity-changes")
    Listed<Change> identityChanges(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("members/{memberId}/erasure")
    Erasure erasure(@PathParam("memberId") UUID memberId);

    @POST
    @Path("members/{memberId}/erasure")
    Erasure erase(@PathParam("memberId") UUID memberId, @HeaderParam("Idempotency-Key") String key);
}
