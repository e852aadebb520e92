package coop.parasol.pricing.document;

import coop.parasol.firm.FoundedFirm;
import coop.parasol.firm.TaxNumbers;
import coop.parasol.firm.rules.FoundingSettings;
import coop.parasol.firm.rules.TaxNumberFormat;
import coop.parasol.pricing.document.rules.DocumentTemplate;
import coop.parasol.pricing.document.rules.TemplateReader;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The templates that the firm's country asks for, and the firm as it stands on documents: files of this service and of the firm's
 * own directory ({@code parasol.firm.payout-documents.directory}), checked at the start of the service.
 */
@ApplicationScoped
public class DocumentTemplates {

    private static final String SETTING = "parasol.firm.payout-documents.";

    private final FoundedFirm firm;
    private final Config config;
    private volatile @Nullable Usage usage;

    DocumentTemplates(FoundedFirm firm, Config config) {
        this.firm = firm;
        this.config = config;
    }

    /**
     * The firm as it stands on documents.
     *
     * @param name as it is registered
     * @param address as it is registered
     * @param taxNumber absent where it has none
     */
    public record Issuer(
            String name, String address, @Nullable String taxNumber) {}

    /**
     * What a firm with a country uses.
     *
     * @param reducedRateProducts products whose tax has the rate REDUCED
     */
    record Usage(String country, Issuer issuer, List<DocumentTemplate> templates, Set<String> reducedRateProducts) {}

    void check(@Observes StartupEvent start) {
        usage();
    }

    /**
     * What is used; empty where the firm has no country, so that payouts have plain statements.
     *
     * @throws IllegalStateException that says in words what is wrong with the files or settings
     */
    Optional<Usage> usage() {
        String country = firm.settings().country();
        if (country == null) {
            return Optional.empty();
        }
        Usage known = usage;
        if (known == null) {
            known = read(country, firm.settings());
            usage = known;
        }
        return Optional.of(known);
    }

    private Usage read(String country, FoundingSettings settings) {
        List<String> errors = new ArrayList<>();
        List<DocumentTemplate> templates = templates(errors);
        Set<String> optIn = list("opt-in");
        Set<String> ids = templates.stream().map(DocumentTemplate::id).collect(Collectors.toSet());
        optIn.stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> errors.add("PARASOL_FIRM_PAYOUT_DOCUMENTS_OPT_IN names " + id + ", which is none of "
                        + ids.stream().sorted().toList() + "."));
        Issuer issuer = issuer(country, settings, errors);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(String.join("\n", errors));
        }
        return new Usage(
                country,
                Objects.requireNonNull(issuer),
                templates.stream()
                        .filter(each -> each.country().equals(country))
                        .filter(each -> !each.optIn() || optIn.contains(each.id()))
                        .toList(),
                list("reduced-rate-products"));
    }

    private List<DocumentTemplate> templates(List<String> errors) {
        Map<String, Map<String, String>> files = new TreeMap<>(TemplateFiles.ofService());
        value(SETTING + "directory").ifPresent(directory -> files.putAll(TemplateFiles.ofDirectory(directory)));
        List<DocumentTemplate> templates = new ArrayList<>();
        files.forEach((id, file) -> {
            switch (TemplateReader.read(id, file)) {
                case TemplateReader.Read read -> templates.add(read.template());
                case TemplateReader.Refused refused -> errors.addAll(refused.reasons());
            }
        });
        return templates;
    }

    private @Nullable Issuer issuer(String country, FoundingSettings settings, List<String> errors) {
        Optional<String> address = value("parasol.firm.address");
        if (address.isEmpty()) {
            errors.add("PARASOL_FIRM_ADDRESS is missing: the documents of a firm in " + country + " name its address.");
        }
        String number =
                value("parasol.firm.tax-number").map(TaxNumberFormat::normalize).orElse(null);
        if (number != null) {
            TaxNumbers.of(country)
                    .filter(format -> !format.accepts(number))
                    .ifPresent(format -> errors.add("PARASOL_FIRM_TAX_NUMBER is " + number + ", but a tax number of "
                            + country + " is one such as " + format.example() + "."));
        }
        return address.map(text -> new Issuer(value("parasol.firm.legal-name").orElse(settings.name()), text, number))
                .orElse(null);
    }

    private Set<String> list(String setting) {
        return Arrays.stream(value(SETTING + setting).orElse("").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }
}
