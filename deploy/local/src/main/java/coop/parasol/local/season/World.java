package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.contracts.Period;
import coop.parasol.local.client.Person;
import coop.parasol.local.client.Rest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of a season and what has come about so far. */
final class World {

    static final String BAZAAR = "0198c000-0000-7000-8000-00000000b001";
    static final String EMPORIUM = "0198c000-0000-7000-8000-00000000b002";
    static final String ARUN = "0198c000-0000-7000-8000-00000000a001";
    static final String ANITA = "0198c000-0000-7000-8000-00000000a002";

    final Story story;
    final Rest rest;
    final Person registrar;
    final Person treasurer;

    /** The treasury's second person, without whom nothing is paid. */
    final Person tomas;

    final Person qualityDesk;
    final Person qasim;
    final Person priya;
    final Person pavan;
    final Person logistics;
    final Person arun;
    final Person anita;
    final Person bazaar;
    final Person emporium;

    /** What tells this season's lots and references from those of another. */
    final String tag;

    final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    final String period = Period.of(today).toString();
    final List<Firm> firms = new ArrayList<>();
    /** Order id -> who ordered. */
    final Map<String, Person> orders = new LinkedHashMap<>();

    /** Product code -> pieces that partners have ordered this season. */
    final Map<String, Long> ordered = new LinkedHashMap<>();

    final List<String> batches = new ArrayList<>();
    final List<JsonNode> settled = new ArrayList<>();
    final List<JsonNode> paidInvoices = new ArrayList<>();
    BigDecimal shareValueBeforeExit = BigDecimal.ZERO;

    World(Rest rest, Story story, String tag) {
        this.rest = rest;
        this.story = story;
        this.tag = tag;
        this.registrar = rest.demo("rekha");
        this.treasurer = rest.demo("tara");
        this.tomas = rest.demo("tomas");
        this.qualityDesk = rest.demo("qadir");
        this.qasim = rest.demo("qasim");
        this.priya = rest.demo("priya");
        this.pavan = rest.demo("pavan");
        this.logistics = rest.demo("leela");
        this.arun = rest.demo("arun");
        this.anita = rest.demo("anita");
        this.bazaar = rest.demo("bazaar");
        this.emporium = rest.demo("emporium");
    }

    List<Firm> makersOf(Product product) {
        return firms.stream().filter(firm -> firm.product() == product).toList();
    }
}
