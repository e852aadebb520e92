package coop.parasol.portal.logistics;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What leaving members take back or have offered, and what the desk does about it. */
@Path("logistics/leaving")
@Blocking
final class LeavingGoodsPages {

    private static final int PAGE = 50;
    private static final String HOME = "/logistics/leaving/";

    private final LogisticsMessages words = Words.of(LogisticsMessages.class);
    private final LogisticsGoodsMessages goodsWords = Words.of(LogisticsGoodsMessages.class);
    private final LeavingGoodsClient leaving;
    private final Parts parts;
    private final Person person;

    LeavingGoodsPages(@RestClient LeavingGoodsClient leaving, Parts parts, Person person) {
        this.leaving = leaving;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance leaving(Listed<LeavingGoodsClient.Leaving> leaving);

        static native TemplateInstance leavingGoods(
                Listed<LeavingGoodsClient.Goods> goods,
                @Nullable Part<Listed<LeavingGoodsClient.Unsold>> unsold,
                UUID exitId,
                @Nullable String member,
                boolean deciding,
                FormFields form);

        static native TemplateInstance purchase(String action, FormFields form);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.leaving(leaving.leaving(after, PAGE));
    }

    @GET
    @Path("{exitId}")
    public TemplateInstance show(@PathParam("exitId") UUID exitId, @QueryParam("after") @Nullable String after) {
        if (!person.is("logistics-desk")) {
            return forSecondPerson(exitId, leaving.goods(exitId, after, PAGE));
        }
        var unsold = parts.start(() -> leaving.unsold(exitId, null, PAGE));
        var member = parts.start(() -> leaving.leaving(exitId));
        Listed<LeavingGoodsClient.Goods> goods = leaving.goods(exitId, after, PAGE);
        Part<LeavingGoodsClient.Leaving> named = member.await();
        return Templates.leavingGoods(
                goods,
                unsold.await(),
                exitId,
                named.isLoaded() ? named.value().name() : null,
                true,
                FormFields.empty());
    }

    /** For a treasurer, who approves what was proposed and decides nothing else about goods. */
    private static TemplateInstance forSecondPerson(UUID exitId, Listed<LeavingGoodsClient.Goods> goods) {
        String member = goods.items().stream()
                .map(LeavingGoodsClient.Goods::memberName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Templates.leavingGoods(goods, null, exitId, member, false, FormFields.empty());
    }

    private static String lot(UUID exitId, UUID batchId, String action) {
        return HOME + exitId + "/" + batchId + "/" + action;
    }

    /** A page to check before something is done with a lot: whose it is, which lot, and how much. */
    private Check check(UUID exitId, UUID batchId, String title, String what, String action, String button) {
        LeavingGoodsClient.Goods goods = leaving.lot(exitId, batchId);
        return Check.of(title, what, action, button, HOME + exitId)
                .fact(goodsWords.member(), goods.memberName())
                .fact(words.lot(), goods.lot())
                .fact(words.product(), goods.product())
                .fact(words.quantity(), goods.quantity() == null ? null : Formats.text(goods.quantity()))
                .fact(goodsWords.proposedPrice(), goods.unitPrice() == null ? null : Formats.text(goods.unitPrice()));
    }

    @POST
    @Path("{exitId}/{batchId}/check-handover")
    public Response checkHandover(@PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId) {
        return check(
                        exitId,
                        batchId,
                        words.hasTheMemberCollected(),
                        words.itIsNotCertified(),
                        lot(exitId, batchId, "handover"),
                        words.itWasHandedOver())
                .page();
    }

    @POST
    @Path("{exitId}/{batchId}/handover")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOver(
            @PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        leaving.handOver(exitId, batchId, FormFields.sent(sent).key());
        return Done.at(HOME + exitId, DeskFormats.brief(batchId));
    }

    @GET
    @Path("{exitId}/{batchId}/purchase")
    public TemplateInstance purchase(@PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId) {
        return Templates.purchase(lot(exitId, batchId, "purchase"), FormFields.empty());
    }

    @POST
    @Path("{exitId}/{batchId}/purchase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(
            @PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            leaving.propose(
                    exitId,
                    batchId,
                    form.key(),
                    new LeavingGoodsClient.PurchaseProposal(
                            new LeavingGoodsClient.Sum(form.optionalNumber("unitPrice"), form.optional("currency"))));
            return Done.at(HOME + exitId, DeskFormats.brief(batchId));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.purchase(lot(exitId, batchId, "purchase"), form));
        }
    }

    @POST
    @Path("{exitId}/{batchId}/check-purchase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response checkPurchase(
            @PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        return check(
                        exitId,
                        batchId,
                        words.buyInThisLot(),
                        words.theFirmOwnsIt(),
                        lot(exitId, batchId, "approval"),
                        words.approveThePurchase())
                .field("seen", FormFields.sent(sent).text("seen"))
                .page();
    }

    @POST
    @Path("{exitId}/{batchId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(
            @PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        leaving.approve(exitId, batchId, "\"" + form.text("seen") + "\"", form.key());
        return Done.at(HOME + exitId, DeskFormats.brief(batchId));
    }

    @POST
    @Path("{exitId}/{batchId}/check-refusal")
    public Response checkRefusal(@PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId) {
        return check(
                        exitId,
                        batchId,
                        words.declineThisLot(),
                        words.itStaysInThe(),
                        lot(exitId, batchId, "refusal"),
                        words.decline108())
                .page();
    }

    @POST
    @Path("{exitId}/{batchId}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(
            @PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        leaving.decline(exitId, batchId, FormFields.sent(sent).key());
        return Done.at(HOME + exitId, DeskFormats.brief(batchId));
    }
}
