package coop.parasol.membership.books.close;

import coop.parasol.contracts.Money;
import coop.parasol.membership.books.patronage.Allotments.Allotment;
import coop.parasol.membership.member.ShareHolders;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the close of a period brings a member, as REST shows it.
 *
 * @param memberName as the member is called now
 */
public record AllotmentView(
        UUID memberId,
        String memberName,
        Money volume,
        Money limitedReturn,
        Money bonus,
        Money cash,
        Money patronageCapital) {

    static AllotmentView of(Allotment allotment, Map<UUID, String> names) {
        return new AllotmentView(
                allotment.memberId(),
                names.getOrDefault(allotment.memberId(), ""),
                allotment.volume(),
                allotment.limitedReturn(),
                allotment.bonus(),
                allotment.cash(),
                allotment.patronageCapital());
    }

    static List<AllotmentView> of(List<Allotment> allotments, ShareHolders members) {
        Map<UUID, String> byMember =
                members.namesOf(allotments.stream().map(Allotment::memberId).toList());
        return allotments.stream().map(allotment -> of(allotment, byMember)).toList();
    }
}
