package coop.parasol.pricing.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.Sha256;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.rules.FinancialYear;
import coop.parasol.messaging.Ids;
import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.pricing.document.DocumentTemplates.Usage;
import coop.parasol.pricing.document.PayoutDocuments.PayoutDocument;
import coop.parasol.pricing.document.rules.DocumentChoice;
import coop.parasol.pricing.document.rules.DocumentChoice.Drawn;
import coop.parasol.pricing.document.rules.DocumentChoice.Plain;
import coop.parasol.pricing.document.rules.DocumentChoice.PlainReason;
import coop.parasol.pricing.document.rules.DocumentChoice.TaxRegistration;
import coop.parasol.pricing.document.rules.DocumentFigures;
import coop.parasol.pricing.document.rules.DocumentNumber;
import coop.parasol.pricing.document.rules.DocumentTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws up the payouts of a settlement as the documents that the law of the firm's country asks for, once and for ever. A document comes
 * to what its statement pays; where the producer charges tax, it also owes it that tax beside the payout.
 */
@ApplicationScoped
public class DrawUpDocuments {

    private final DocumentTemplates templates;
    private final TaxRegistrations registrations;
    private final ProducerNames names;
    private final PayoutDocuments documents;
    private final DocumentNumbers numbers;
    private final FirmClock clock;
    private final ObjectMapper json;

    DrawUpDocuments(
            DocumentTemplates templates,
            TaxRegistrations registrations,
            ProducerNames names,
            PayoutDocuments documents,
            DocumentNumbers numbers,
            FirmClock clock,
            ObjectMapper json) {
        this.templates = templates;
        this.registrations = registrations;
        this.names = names;
        this.documents = documents;
        this.numbers = numbers;
        this.clock = clock;
        this.json = json;
    }

    /** A statement that becomes a document; {@code registration} is absent where the producer has none. */
    private record Planned(
            PayoutStatedV2 stated,
            DocumentTemplate template,
            String name,
            @Nullable TaxRegistration registration) {}

    /**
     * Draws up the documents of a settlement, as the last thing that its transaction stores, for the numbers are locked until it ends.
     *
     * @param settlementNumber which settlement of the pool it is
     * @param statements all of one settlement
     * @return what is to be told, in the order of the statements
     */
    public List<Event> drawUp(int settlementNumber, List<PayoutStatedV2> statements) {
        Optional<Usage> used = templates.usage();
        if (used.isEmpty() || statements.isEmpty()) {
            return List.of();
        }
        Usage usage = used.get();
        LocalDate today = clock.today();
        List<UUID> members = statements.stream().map(PayoutStatedV2::memberId).toList();
        List<Planned> planned = plan(usage, statements, registrations.inForce(members, today), names.of(members));
        Map<UUID, PayoutDocument> first =
                documents.firstOf(statements.getFirst().poolId(), members);
        FinancialYear year = clock.financialYear(today);
        Map<String, Integer> next = new TreeMap<>();
        planned.stream()
                .collect(Collectors.groupingBy(each -> each.template().series(), TreeMap::new, Collectors.counting()))
                .forEach((series, count) -> next.put(series, numbers.take(series, year, Math.toIntExact(count))));
        List<PayoutDocument> drawn = new ArrayList<>();
        for (Planned each : planned) {
            String series = each.template().series();
            int count = next.merge(series, 1, Integer::sum) - 1;
            String number = DocumentNumber.of(series, year.shortLabel(), count);
            drawn.add(document(
                    usage,
                    each,
                    number,
                    settlementNumber,
                    today,
                    first.get(each.stated().memberId())));
        }
        documents.issue(drawn);
        return drawn.stream().map(DrawUpDocuments::event).toList();
    }

    private List<Planned> plan(
            Usage usage,
            List<PayoutStatedV2> statements,
            Map<UUID, TaxRegistration> registered,
            Map<UUID, String> names) {
        List<Planned> planned = new ArrayList<>();
        Map<UUID, PlainReason> plainBecause = new TreeMap<>();
        for (PayoutStatedV2 stated : statements) {
            TaxRegistration registration = registered.get(stated.memberId());
            String name = names.get(stated.memberId());
            switch (DocumentChoice.choose(
                    usage.templates(),
                    usage.country(),
                    registration,
                    usage.issuer().taxNumber() != null,
                    DocumentFigures.total(stated))) {
                case Plain plain -> plainBecause.put(stated.memberId(), plain.reason());
                case Drawn drawn when name == null -> plainBecause.put(stated.memberId(), PlainReason.SUPPLIER_UNKNOWN);
                case Drawn drawn -> planned.add(new Planned(stated, drawn.template(), name, registration));
            }
        }
        documents.keepPlain(statements.getFirst().settlementId(), plainBecause);
        return planned;
    }

    private PayoutDocument document(
            Usage usage,
            Planned planned,
            String number,
            int settlementNumber,
            LocalDate today,
            @Nullable PayoutDocument first) {
        PayoutStatedV2 stated = planned.stated();
        DocumentTemplate template = planned.template();
        DocumentContent content = content(usage, planned, number, settlementNumber, today, first);
        String text = text(content);
        return new PayoutDocument(
                Ids.next(),
                number,
                template.kind(),
                template.id(),
                template.country(),
                stated.settlementId(),
                stated.poolId(),
                stated.memberId(),
                stated.product(),
                stated.period(),
                today,
                content.total(),
                content.taxOnTop() == null ? Money.zero(content.total().currency()) : content.taxOnTop(),
                first == null ? null : first.documentId(),
                text,
                Sha256.hex(text));
    }

    private static DocumentContent content(
            Usage usage,
            Planned planned,
            String number,
            int settlementNumber,
            LocalDate today,
            @Nullable PayoutDocument first) {
        PayoutStatedV2 stated = planned.stated();
        DocumentTemplate template = planned.template();
        TaxRegistration registration = planned.registration();
        String rateClass =
                usage.reducedRateProducts().contains(stated.product()) ? "REDUCED" : DocumentTemplate.STANDARD_RATE;
        LocalDate rateDay = DocumentFigures.rateDay(template, first == null ? null : first.issuedOn(), today);
        DocumentFigures figures = DocumentFigures.of(template, stated, rateClass, rateDay);
        Map<String, DocumentContent.Words> words = new TreeMap<>();
        template.words()
                .forEach((language, said) -> words.put(
                        language,
                        new DocumentContent.Words(
                                said.title(),
                                said.sentences().stream()
                                        .map(text ->
                                                text.replace("{days}", Integer.toString(template.confirmedAfterDays())))
                                        .toList())));
        return new DocumentContent(
                number,
                template.kind(),
                template.country(),
                today,
                stated.product(),
                stated.period(),
                stated.settlementId(),
                settlementNumber,
                new DocumentContent.Party(
                        planned.name(),
                        registration == null ? null : registration.address(),
                        registration == null ? null : registration.number()),
                new DocumentContent.Party(
                        usage.issuer().name(),
                        usage.issuer().address(),
                        usage.issuer().taxNumber()),
                figures.lines(),
                figures.taxes(),
                figures.total(),
                figures.taxOnTop().isZero() ? null : figures.taxOnTop(),
                first == null ? null : first.number(),
                template.confirmedAfterDays() == 0 ? null : today.plusDays(template.confirmedAfterDays()),
                template.language(),
                words);
    }

    private String text(DocumentContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("document " + content.number() + " cannot be written", e);
        }
    }

    private static Event event(PayoutDocument document) {
        return new PayoutDocumentIssued(
                document.documentId(),
                document.settlementId(),
                document.memberId(),
                document.kind(),
                document.number(),
                document.issuedOn(),
                document.total(),
                document.taxIfOwed(),
                document.digest());
    }
}
