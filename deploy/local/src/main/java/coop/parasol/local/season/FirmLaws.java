package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The laws that hold in every firm at every moment at which no event is under way, checked with the services' own figures. */
public final class FirmLaws {

    private final ApiUser registrar;
    private final ApiUser treasurer;
    private final ApiUser logisticsDesk;
    private final Verdict verdict;

    /** Hears of each law whether it holds. */
    @FunctionalInterface
    public interface Verdict {

        /** @param law in words */
        void of(String law, boolean holds);
    }

    public FirmLaws(ApiUser registrar, ApiUser treasurer, ApiUser logisticsDesk, Verdict verdict) {
        this.registrar = registrar;
        this.treasurer = treasurer;
        this.logisticsDesk = logisticsDesk;
        this.verdict = verdict;
    }

    /** Double entry, and that equity is what is left of assets when debts are paid. */
    public void books() {
        JsonNode check = treasurer.post(Component.MEMBERSHIP, "/ledger/check", Map.of());
        verdict.of(
                "the books balance: every entry sums to zero",
                check.path("entriesSumToZero").asBoolean());
        verdict.of(
                "member capital + reserve + undivided remainder = net book value",
                check.path("netBookValueEquation").asBoolean());
    }

    /**
     * One equal share for each member.
     *
     * @return what a share is worth
     */
    public BigDecimal ownership() {
        JsonNode share = treasurer.get(Component.MEMBERSHIP, "/share-value");
        BigDecimal value = Json.number(share.path("shareValue"));
        int members = share.path("members").asInt();
        long owners = registrar.getAllPages(Component.MEMBERSHIP, "/members").stream()
                .filter(member -> List.of("ACTIVE", "LEAVING")
                        .contains(member.path("state").asText()))
                .filter(member -> !member.hasNonNull("shareCancelledAt")) // valued, and not paid yet
                .count();
        verdict.of(members + " members own 1/" + members + " each, " + value + " a share", owners == members);
        return value;
    }

    /** Each certified unit is in one place. */
    public void stock() {
        JsonNode stock = logisticsDesk.post(Component.DISTRIBUTION, "/stock/check", Map.of());
        verdict.of(
                "certified = on hand + reserved + dispatched + delivered + returned + destroyed + set aside + taken back, for "
                        + stock.path("batches") + " batches",
                stock.path("conserved").asBoolean());
    }
}
