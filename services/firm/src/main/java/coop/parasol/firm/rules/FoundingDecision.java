package coop.parasol.firm.rules;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a service may start with the settings that it is given. What is kept in its database counts; what is not given is as it
 * is kept, so that a restored database needs to be told nothing; what is given otherwise is refused.
 */
public final class FoundingDecision {

    private FoundingDecision() {}

    /** Whether the service may start. */
    public sealed interface Outcome permits Founded, Refused {}

    /**
     * The service may start.
     *
     * @param settings of the firm
     * @param toKeep what is not kept yet: everything at the first start
     */
    public record Founded(FoundingSettings settings, Map<FoundingSetting, String> toKeep) implements Outcome {}

    /** @param reasons at least one sentence, for the operator */
    public record Refused(List<String> reasons) implements Outcome {}

    /**
     * Decides.
     *
     * @param kept in the service's database since its first start; empty at the first
     * @param given with this start; a setting that is not given is left out
     */
    public static Outcome decide(Map<FoundingSetting, String> kept, Map<FoundingSetting, String> given) {
        List<String> reasons = new ArrayList<>();
        Map<FoundingSetting, String> values = new EnumMap<>(FoundingSetting.class);
        Map<FoundingSetting, String> toKeep = new EnumMap<>(FoundingSetting.class);
        for (FoundingSetting setting : FoundingSetting.values()) {
            String known = kept.get(setting);
            String wanted = given.get(setting);
            String value = known != null ? known : wanted != null ? wanted : setting.founderDefault();
            if (value.isEmpty()) {
                continue;
            }
            values.put(setting, value);
            if (known == null) {
                toKeep.put(setting, value);
                setting.refusal(value)
                        .ifPresent(reason ->
                                reasons.add("%s is %s, but %s.".formatted(setting.variable(), value, reason)));
            } else if (wanted != null && !wanted.equals(known)) {
                reasons.add(
                        "This firm was founded with %s=%s and cannot go on with %s: remove the setting or give it as it was."
                                .formatted(setting.variable(), known, wanted));
            }
        }
        return reasons.isEmpty() ? new Founded(settings(values), toKeep) : new Refused(reasons);
    }

    private static FoundingSettings settings(Map<FoundingSetting, String> values) {
        return new FoundingSettings(
                value(values, FoundingSetting.NAME),
                value(values, FoundingSetting.CURRENCY),
                ZoneId.of(value(values, FoundingSetting.ZONE)),
                value(values, FoundingSetting.GS1_COMPANY_PREFIX),
                FoundingSetting.monthDay(value(values, FoundingSetting.FINANCIAL_YEAR_BEGIN)),
                values.get(FoundingSetting.COUNTRY));
    }

    private static String value(Map<FoundingSetting, String> values, FoundingSetting setting) {
        return Objects.requireNonNull(values.get(setting));
    }
}
