package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.contracts.Period;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ParasolApi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The users of a season and what it has produced so far. */
final class SeasonContext {

    static final String BAZAAR = "0198c000-0000-7000-8000-00000000b001";
    static final String EMPORIUM = "0198c000-0000-7000-8000-00000000b002";
    static final String ARUN = "0198c000-0000-7000-8000-00000000a001";
    static final String ANITA = "0198c000-0000-7000-8000-00000000a002";

    final SeasonLog log;
    final ParasolApi api;
    final ApiUser registrar;
    final ApiUser treasurer;

    /** The second treasurer, who approves payment runs. */
    final ApiUser secondTreasurer;

    final ApiUser qualityDesk;
    final ApiUser secondQualityDesk;
    final ApiUser pricingDesk;
    final ApiUser secondPricingDesk;
    final ApiUser logisticsDesk;
    final ApiUser arun;
    final ApiUser anita;
    final ApiUser bazaar;
    final ApiUser emporium;

    /** Distinguishes this season's lots and references from those of other seasons. */
    final String tag;

    final LocalDate today;

    /** The present ISO week, whose receipts are settled. */
    final String period;

    /** The ISO week that is ordered for and planned: the next one, for the present one's planning is frozen. */
    final String plannedWeek;

    final List<DemoProducer> producers = new ArrayList<>();
    /** The partner who placed the order, by order id. */
    final Map<String, ApiUser> orders = new LinkedHashMap<>();

    /** Pieces that partners have ordered this season, by product code. */
    final Map<String, Long> ordered = new LinkedHashMap<>();

    final List<String> batchIds = new ArrayList<>();
    final List<JsonNode> settledPools = new ArrayList<>();
    final List<JsonNode> paidInvoices = new ArrayList<>();
    BigDecimal shareValueBeforeExit = BigDecimal.ZERO;
    BigDecimal shareValueAfterExit = BigDecimal.ZERO;

    /** Bazaar's order of lamps that a former member has left in the pool. */
    String orderAfterExit = "";

    SeasonContext(ParasolApi api, SeasonLog log, String tag, Staff staff) {
        this.api = api;
        this.today = api.today();
        this.period = Period.of(today).toString();
        this.plannedWeek = Period.of(today.plusWeeks(1)).toString();
        this.log = log;
        this.tag = tag;
        this.registrar = api.demoUser(staff.registrar());
        this.treasurer = api.demoUser(staff.treasurer());
        this.secondTreasurer = api.demoUser(staff.secondTreasurer());
        this.qualityDesk = api.demoUser(staff.qualityDesk());
        this.secondQualityDesk = api.demoUser(staff.secondQualityDesk());
        this.pricingDesk = api.demoUser(staff.pricingDesk());
        this.secondPricingDesk = api.demoUser(staff.secondPricingDesk());
        this.logisticsDesk = api.demoUser(staff.logisticsDesk());
        this.arun = api.demoUser("arun");
        this.anita = api.demoUser("anita");
        this.bazaar = api.demoUser("bazaar");
        this.emporium = api.demoUser("emporium");
    }

    List<DemoProducer> producersOf(DemoProduct product) {
        return producers.stream()
                .filter(producer -> producer.product() == product)
                .toList();
    }
}
