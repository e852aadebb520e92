package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.InputKind;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitCode;
import coop.parasol.web.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the batches that inputs of reports are, and refuses inputs that cannot be. Of another member's lot nobody learns more than what
 * the certificate on it tells everybody: whether it is in force.
 */
final class InputResolution {

    private final UUID memberId;
    private final Map<String, Batch> ownByLot;
    private final Map<String, Batch> certified;
    private final InputQuantities quantities;

    /**
     * @param ownByLot batches of the producer by the normal form of their lots; those that are reported meanwhile come in
     * @param certified batches by the numbers of their certificates, in their normal form
     * @param quantities left of them
     */
    InputResolution(
            UUID memberId, Map<String, Batch> ownByLot, Map<String, Batch> certified, InputQuantities quantities) {
        this.memberId = memberId;
        this.ownByLot = ownByLot;
        this.certified = certified;
        this.quantities = quantities;
    }

    /** @param refusal of the first input that cannot be; then {@code lots} are none */
    record Outcome(List<InputLot> lots, Optional<Refusal> refusal) {}

    Outcome resolve(ReportBatch.Report report) {
        List<InputLot> lots = new ArrayList<>();
        Map<UUID, BigDecimal> usedHere = new HashMap<>();
        for (NamedInput input : report.inputs()) {
            String field = "inputs[" + lots.size() + "]";
            Optional<Refusal> refusal = switch (input.kind()) {
                case OWN -> refusalOfOwn(field + ".lot", input.lot(), report.lot());
                case BOUGHT ->
                    input.material() == null
                            ? Optional.of(missing(field + ".material", "Say what was bought in."))
                            : Optional.empty();
                case MEMBER -> refusalOfMember(field + ".certificate", input.certificate());
            };
            Batch lot = batchOf(input);
            if (refusal.isEmpty()) {
                refusal = lot == null
                        ? refusalOfBoughtQuantity(field, input)
                        : refusalOfQuantity(field, input, lot, usedHere);
            }
            if (refusal.isPresent()) {
                return new Outcome(List.of(), refusal);
            }
            lots.add(new InputLot(
                    input.kind(),
                    input.kind() == InputKind.MEMBER || input.lot() == null
                            ? null
                            : input.lot().written(),
                    input.kind() == InputKind.BOUGHT ? input.material() : null,
                    input.kind() == InputKind.MEMBER ? input.certificate() : null,
                    lot == null ? null : lot.id,
                    quantity(input, lot)));
        }
        return new Outcome(lots, Optional.empty());
    }

    private @Nullable Batch batchOf(NamedInput input) {
        return switch (input.kind()) {
            case OWN -> input.lot() == null ? null : ownByLot.get(input.lot().normal());
            case BOUGHT -> null;
            case MEMBER -> input.certificate() == null ? null : certified.get(NamedInput.keyOf(input.certificate()));
        };
    }

    private static @Nullable Quantity quantity(NamedInput input, @Nullable Batch lot) {
        String unit = lot == null ? input.unit() : lot.unit;
        return input.quantity() == null || unit == null ? null : new Quantity(input.quantity(), unit);
    }

    /** Of an own lot it is told how much went into another; of no lot more than there is. */
    private Optional<Refusal> refusalOfQuantity(
            String field, NamedInput input, Batch lot, Map<UUID, BigDecimal> usedHere) {
        BigDecimal quantity = input.quantity();
        if (quantity == null) {
            return input.kind() == InputKind.OWN
                    ? Optional.of(missing(field + ".quantity", "Say how much of your lot went into it."))
                    : Optional.empty();
        }
        if (input.unit() != null && !input.unit().equals(lot.unit)) {
            return Optional.of(
                    new Refusal.InvalidField(field + ".unit", "wrong-unit", "The lot is counted in " + lot.unit + "."));
        }
        Optional<Refusal> refusal = refusalOfNumber(field, quantity, lot.unit);
        if (refusal.isPresent()) {
            return refusal;
        }
        BigDecimal left = quantities.leftOf(lot).subtract(usedHere.getOrDefault(lot.id, BigDecimal.ZERO));
        usedHere.merge(lot.id, quantity, BigDecimal::add);
        return quantity.compareTo(left) <= 0
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        field + ".quantity",
                        "input-more-than-left",
                        left.max(BigDecimal.ZERO).stripTrailingZeros().toPlainString() + " " + lot.unit
                                + " are left of it; the rest you have used in other lots, or it was never made."));
    }

    private static Optional<Refusal> refusalOfBoughtQuantity(String field, NamedInput input) {
        if (input.quantity() == null) {
            return Optional.empty();
        }
        if (input.unit() == null || UnitCode.find(input.unit()).isEmpty()) {
            return Optional.of(missing(field + ".unit", "Say in which unit it was bought, by its code (Rec 20)."));
        }
        return refusalOfNumber(field, input.quantity(), input.unit());
    }

    private static Optional<Refusal> refusalOfNumber(String field, BigDecimal quantity, String unit) {
        if (quantity.signum() <= 0) {
            return Optional.of(new Refusal.InvalidField(
                    field + ".quantity", "not-positive", "What went into it is more than zero."));
        }
        return new Quantity(quantity, unit).isCountable()
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        field + ".quantity", "too-many-decimals", "In " + unit + " it has fewer decimals."));
    }

    private Optional<Refusal> refusalOfOwn(String field, @Nullable Identifier lot, Identifier reported) {
        if (lot == null) {
            return Optional.of(missing(field, "Say which lot of your own it was."));
        }
        if (lot.normal().equals(reported.normal())) {
            return Optional.of(new Refusal.InvalidField(
                    field, "input-is-itself", "A lot does not go into itself: " + lot + " is the one you report."));
        }
        Batch batch = ownByLot.get(lot.normal());
        if (batch == null) {
            return Optional.of(new Refusal.InvalidField(
                    field,
                    "input-not-reported",
                    "You have not reported your lot " + lot + "; report first what went into another lot."));
        }
        boolean usable = batch.openChange != BatchChange.Kind.WITHDRAWAL
                && switch (batch.state) {
                    case REPORTED, CERTIFIED, REJECTED, REWORKED, EXPIRED -> true;
                    case WITHDRAWN, SCRAPPED, SUSPENDED, RECALLED -> false;
                };
        return usable
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        field,
                        "input-not-usable",
                        "Your lot " + lot + " is withdrawn, scrapped, suspended or recalled; nothing is made of it."));
    }

    private Optional<Refusal> refusalOfMember(String field, @Nullable String certificate) {
        if (certificate == null) {
            return Optional.of(missing(field, "Type the number of the certificate of the other member's lot."));
        }
        Batch batch = certified.get(NamedInput.keyOf(certificate));
        return batch != null && batch.state == Batch.State.CERTIFIED && !batch.memberId.equals(memberId)
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        field,
                        "input-not-certified",
                        "No lot of another member is certified under number " + certificate + "."));
    }

    private static Refusal missing(String field, String detail) {
        return new Refusal.InvalidField(field, "not-null", detail);
    }
}
