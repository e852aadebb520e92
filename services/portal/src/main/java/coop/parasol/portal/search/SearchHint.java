package coop.parasol.portal.search;

import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import io.quarkus.arc.All;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the person who looks can search for, which depends on its desks. In templates {@code inject:searchHint}. */
@Named("searchHint")
@RequestScoped
public class SearchHint {

    private final SearchMessages words = Words.of(SearchMessages.class);
    private final List<SearchArea> areas;
    private final Person person;

    SearchHint(@All List<SearchArea> areas, Person person) {
        this.areas = areas;
        this.person = person;
    }

    /** The kinds one after the other, such as "a lot, a certificate’s number". */
    public String kinds() {
        return Formats.listed(areas.stream()
                .filter(area -> area.concerns(person))
                .flatMap(area -> area.finds().stream())
                .distinct()
                .sorted()
                .map(this::words)
                .toList());
    }

    private String words(Findable kind) {
        return switch (kind) {
            case FIRM_NAME -> words.firmName();
            case ORDER_NUMBER -> words.orderNumber();
            case LOT -> words.lot();
            case CERTIFICATE_NUMBER -> words.certificateNumber();
            case SSCC -> words.sscc();
            case DELIVERY_NOTE -> words.deliveryNote();
            case INVOICE_NUMBER -> words.invoiceNumber();
            case BANK_REFERENCE -> words.bankReference();
            case AMOUNT -> words.amount();
        };
    }
}
