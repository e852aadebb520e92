package coop.parasol.portal.help;

import static coop.parasol.portal.help.Guide.ADMINISTRATOR;
import static coop.parasol.portal.help.Guide.AUDITOR;
import static coop.parasol.portal.help.Guide.LOGISTICS_DESK;
import static coop.parasol.portal.help.Guide.NOTICES;
import static coop.parasol.portal.help.Guide.PARTNER;
import static coop.parasol.portal.help.Guide.PRICING_DESK;
import static coop.parasol.portal.help.Guide.PRODUCER;
import static coop.parasol.portal.help.Guide.PUBLIC;
import static coop.parasol.portal.help.Guide.QUALITY_DESK;
import static coop.parasol.portal.help.Guide.REGISTRAR;
import static coop.parasol.portal.help.Guide.TREASURER;

import java.util.List;

/** Which part of which guide speaks of which page. */
final class HelpTopics {

    private HelpTopics() {}

    /**
     * @param page the beginning of the page's address; {@code *} stands for an id
     * @param heading the English heading of the part; empty for what stands before the first
     */
    record Topic(String page, Guide guide, String heading) {}

    /** The longest beginning counts; of equal ones that of the person's own guide, then the first. */
    static final List<Topic> ALL = List.of(
            new Topic("/home", PRODUCER, "See what waits for you"),
            new Topic("/outlook", PRODUCER, "See what is wanted, and commit"),
            new Topic("/commitments", PRODUCER, "See what is wanted, and commit"),
            new Topic("/commitment-counts", PRODUCER, "See what counts"),
            new Topic("/sharing", PRODUCER, "Share what you cannot make"),
            new Topic("/capacities", PRODUCER, "Say what you could make"),
            new Topic("/process", PRODUCER, "Say what you could make"),
            new Topic("/proposals", PRODUCER, "Commit what is proposed to you"),
            new Topic("/costs", PRODUCER, "Calculate your costs"),
            new Topic("/batches", PRODUCER, "Follow your batches, and mend what was rejected"),
            new Topic("/batches/report", PRODUCER, "Report a batch"),
            new Topic("/batches/many", PRODUCER, "Report many batches from a spreadsheet"),
            new Topic("/machines", PRODUCER, "Let a scale or a machine report"),
            new Topic("/my-quality", PRODUCER, "Know your quality, and answer the quality desk"),
            new Topic("/my-corrective-actions", PRODUCER, "Know your quality, and answer the quality desk"),
            new Topic("/money", PRODUCER, "See your money and prove each sum"),
            new Topic("/share", PRODUCER, "See your share and the books"),
            new Topic("/books", PRODUCER, "See your share and the books"),
            new Topic("/votes", PRODUCER, "Vote, and make a proposal"),
            new Topic("/bylaws", PRODUCER, "Vote, and make a proposal"),
            new Topic("/my-firm", PRODUCER, "Change your firm's data"),
            new Topic("/my-firm/people", PRODUCER, "Let colleagues work with you"),
            new Topic("/leave", PRODUCER, "Leave the firm"),
            new Topic("/offline", PRODUCER, "Report batches where there is no line"),
            new Topic("/home", AUDITOR, "Claim a batch"),
            new Topic("/inspections", AUDITOR, "Claim a batch"),
            new Topic("/inspections/*", AUDITOR, "Inspect it"),
            new Topic("/inspections/standards", AUDITOR, "Read a standard"),
            new Topic("/inspections/interests", AUDITOR, "My interests"),
            new Topic("/offline", AUDITOR, "Inspect where there is no line"),
            new Topic("/home", PARTNER, ""),
            new Topic("/catalogue", PARTNER, "See what there is, at your prices"),
            new Topic("/orders", PARTNER, "See where an order is"),
            new Topic("/orders/new", PARTNER, "Place an order"),
            new Topic("/orders/*/cancel", PARTNER, "Cancel what is not dispatched"),
            new Topic("/orders/*/lines", PARTNER, "Order less of a line"),
            new Topic("/forecasts", PARTNER, "Say what you expect to order"),
            new Topic("/deliveries", PARTNER, "Deliveries, lots and certificates"),
            new Topic("/invoices", PARTNER, "Invoices"),
            new Topic("/complaints", PARTNER, "Complain of goods"),
            new Topic("/recall-notices", PARTNER, "A recall"),
            new Topic("/home", REGISTRAR, ""),
            new Topic("/search", REGISTRAR, "Find something"),
            new Topic("/registrar/applications", REGISTRAR, "Decide on an application"),
            new Topic("/registrar/members", REGISTRAR, "Find a member"),
            new Topic("/registrar/members/*/access", REGISTRAR, "Help a member that cannot sign in"),
            new Topic("/registrar/members/*/identity", REGISTRAR, "Change a name or e-mail address"),
            new Topic("/registrar/members/*/end", REGISTRAR, "Record a death or dissolution"),
            new Topic("/registrar/members/*/tax", REGISTRAR, "Enter how a member is registered for tax"),
            new Topic("/registrar/owners", REGISTRAR, "Record that firms have one owner"),
            new Topic("/registrar/holidays", REGISTRAR, "Name the firm's holidays"),
            new Topic("/registrar/exits", REGISTRAR, "Follow an exit"),
            new Topic("/registrar/bylaws", PRODUCER, "Vote, and make a proposal"),
            new Topic("/registrar/votes", PRODUCER, "Vote, and make a proposal"),
            new Topic("/staff", REGISTRAR, "Give a colleague or an auditor a sign-in"),
            new Topic("/home", TREASURER, ""),
            new Topic("/search", TREASURER, "Find something"),
            new Topic("/treasury", TREASURER, "Pay what is due"),
            new Topic("/treasury/bank-statements", TREASURER, "Enter what the bank has done"),
            new Topic("/treasury/payables", TREASURER, "Pay what is due"),
            new Topic("/treasury/payables/*/hold-decisions", TREASURER, "Decide about a payable that is held"),
            new Topic("/treasury/members", TREASURER, "Find something"),
            new Topic("/treasury/buy-ins", TREASURER, "Enter the price of a share"),
            new Topic("/treasury/invoices", TREASURER, "Enter that a partner has paid"),
            new Topic("/treasury/books", TREASURER, "Read the books"),
            new Topic("/treasury/entries", TREASURER, "Make an entry"),
            new Topic("/treasury/periods", TREASURER, "Close a period"),
            new Topic("/treasury/recall-charges", TREASURER, "Charge a recall"),
            new Topic("/treasury/advances", PRICING_DESK, "Advance a part of the price"),
            new Topic("/home", QUALITY_DESK, ""),
            new Topic("/search", QUALITY_DESK, "Find something"),
            new Topic("/quality", QUALITY_DESK, "Follow a batch"),
            new Topic("/quality/recalls", QUALITY_DESK, "Suspend, reinstate or recall"),
            new Topic("/quality/standards", QUALITY_DESK, "Publish a standard"),
            new Topic("/quality/complaints", QUALITY_DESK, "Answer a complaint"),
            new Topic("/quality/corrective-actions", QUALITY_DESK, "Look at a corrective action"),
            new Topic("/quality/releases", QUALITY_DESK, "Sell a rejected lot"),
            new Topic("/quality/producers", QUALITY_DESK, "A producer's quality"),
            new Topic("/quality/plans", QUALITY_DESK, "A producer's quality"),
            new Topic("/quality/registers", QUALITY_DESK, "Registers"),
            new Topic("/quality/instruments", QUALITY_DESK, "Registers"),
            new Topic("/quality/signing-keys", QUALITY_DESK, "Registers"),
            new Topic("/quality/auditors", QUALITY_DESK, "Register an auditor and propose its account"),
            new Topic("/home", PRICING_DESK, ""),
            new Topic("/pricing/prices", PRICING_DESK, "Look up a price"),
            new Topic("/pricing/lists", PRICING_DESK, "Publish prices"),
            new Topic("/pricing/settlements", PRICING_DESK, "Settle a pool"),
            new Topic("/pricing/statements", PRICING_DESK, "Settle a pool"),
            new Topic("/pricing/closings", PRICING_DESK, "Settle a pool"),
            new Topic("/payout-documents", PRODUCER, "See your money and prove each sum"),
            new Topic("/pricing/advances", PRICING_DESK, "Advance a part of the price"),
            new Topic("/home", LOGISTICS_DESK, ""),
            new Topic("/search", LOGISTICS_DESK, "Find something"),
            new Topic("/logistics/orders", LOGISTICS_DESK, "Dispatch an order"),
            new Topic("/logistics/shipments", LOGISTICS_DESK, "Enter that a shipment has arrived"),
            new Topic("/logistics/partners", LOGISTICS_DESK, "Register a partner, or change its terms"),
            new Topic("/logistics/partners/*/accounts", LOGISTICS_DESK, "Give a partner's people a sign-in"),
            new Topic("/logistics/stock", LOGISTICS_DESK, "See where goods are"),
            new Topic("/logistics/leaving", LOGISTICS_DESK, "Goods of a member that leaves"),
            new Topic("/administration", ADMINISTRATOR, "See how the services are"),
            new Topic("/administration/dead-letters", ADMINISTRATOR, "Handle a parked event again"),
            new Topic("/administration/log", ADMINISTRATOR, "See who has done what"),
            new Topic("/home", ADMINISTRATOR, "See how the services are"),
            new Topic("/notices", NOTICES, "Read what has happened"),
            new Topic("/notices/choices", NOTICES, "Choose what you get by mail"),
            new Topic("/certificates", PUBLIC, "Look up a certificate"),
            new Topic("/certificates/verify", PUBLIC, "Verify a signed certificate"),
            new Topic("/scan", PUBLIC, "Scan a code"),
            new Topic("/catalogue", PUBLIC, "See the catalogue"),
            new Topic("/join", PUBLIC, "Apply for membership"));
}
