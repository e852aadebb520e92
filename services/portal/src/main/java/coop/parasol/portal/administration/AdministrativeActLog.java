package coop.parasol.portal.administration;

import coop.parasol.messaging.AdministrativeAct;
import coop.parasol.messaging.AdministrativeActKind;
import coop.parasol.messaging.AdministrativeActResource;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.proxy.ServiceAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What was done to the running of all services and of the portal itself, as one list, the latest first. */
@ApplicationScoped
class AdministrativeActLog {

    private final Map<String, AdministrativeActClient> services = new LinkedHashMap<>();
    private final AdministrativeActResource own;
    private final Parts parts;

    AdministrativeActLog(ServiceAddresses addresses, AdministrativeActResource own, Parts parts) {
        addresses
                .all()
                .forEach((name, address) ->
                        services.put(name, ServiceClients.of(address, AdministrativeActClient.class)));
        this.own = own;
        this.parts = parts;
    }

    /** A line of the list. */
    record Act(Instant time, String service, String act, String actor, String subject) {}

    /** Which acts are asked for: of one kind, from a moment on, before another; null for what is not asked for. */
    record Filter(
            @Nullable AdministrativeActKind act,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * A page of the list.
     *
     * @param missing the services that do not answer, and why; what was done to them is not in the list
     * @param next before which moment the next page is; null on the last
     */
    record Page(
            List<Act> acts,
            SequencedMap<String, Part<?>> missing,
            @Nullable Instant next) {}

    /** At least so many of the latest acts, if there are as many: those of one moment stand on one page. */
    Page page(Filter filter, int limit) {
        Map<String, Parts.Pending<Listed<AdministrativeAct>>> asked = new LinkedHashMap<>();
        services.forEach((name, service) ->
                asked.put(name, parts.start(() -> service.acts(filter.act(), filter.from(), filter.until(), limit))));
        Map<String, Part<Listed<AdministrativeAct>>> answers = new LinkedHashMap<>();
        answers.put(ServiceHealth.PORTAL, parts.load(() -> ofPortal(filter, limit)));
        asked.forEach((name, pending) -> answers.put(name, pending.await()));
        return merged(answers, limit);
    }

    private Listed<AdministrativeAct> ofPortal(Filter filter, int limit) {
        AdministrativeActResource.Acts page = own.list(filter.act(), filter.from(), filter.until(), null, limit);
        return new Listed<>(page.items(), page.next());
    }

    static Page merged(Map<String, Part<Listed<AdministrativeAct>>> answers, int limit) {
        SequencedMap<String, Part<?>> missing = new LinkedHashMap<>();
        List<Act> all = new ArrayList<>();
        boolean more = false;
        for (Map.Entry<String, Part<Listed<AdministrativeAct>>> answer : answers.entrySet()) {
            if (!answer.getValue().isLoaded()) {
                missing.put(answer.getKey(), answer.getValue());
                continue;
            }
            more |= answer.getValue().value().next() != null;
            answer.getValue()
                    .value()
                    .items()
                    .forEach(act -> all.add(
                            new Act(act.time(), answer.getKey(), act.act().name(), act.actor(), act.subject())));
        }
        all.sort(Comparator.comparing(Act::time).reversed());
        int end = Math.min(limit, all.size());
        while (end > 0
                && end < all.size()
                && all.get(end).time().equals(all.get(end - 1).time())) {
            end++;
        }
        boolean last = end == all.size() && !more;
        List<Act> page = List.copyOf(all.subList(0, end));
        return new Page(
                page, missing, last || page.isEmpty() ? null : page.getLast().time());
    }
}
