package coop.parasol.portal.registrar;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.work.WaitingWork;
import coop.parasol.portal.work.WaitingWork.Kind;
import coop.parasol.portal.work.WaitingWork.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What waits for the registrar, and the registrar's menu. */
@ApplicationScoped
final class RegistrarHome implements HomeArea, NavigationArea {

    private static final int ORDER = 40;
    private static final String ACCESS_OF_OLDEST = "/registrar/members/" + WaitingWork.OLDEST + "/access";

    private final RegistrarMessages words = Words.of(RegistrarMessages.class);
    private final FirmOwnerMessages ownerWords = Words.of(FirmOwnerMessages.class);
    private final HolidayMessages holidayWords = Words.of(HolidayMessages.class);
    private final StaffMessages staffWords = Words.of(StaffMessages.class);
    private final WaitingWork work;

    RegistrarHome(WaitingWork work) {
        this.work = work;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person who) {
        return who.is("registrar");
    }

    @Override
    public String title() {
        return words.registrar();
    }

    @Override
    public List<Card> cards() {
        List<Card> cards = new ArrayList<>(work.cards(
                Service.MEMBERSHIP,
                List.of(
                        Kind.shown(
                                "APPLICATION_TO_DECIDE",
                                words.applications(),
                                words.firmsThatWaitFor(),
                                "/registrar/applications"),
                        Kind.of(
                                "EXIT_REVERSAL_TO_APPROVE",
                                words.exits(),
                                words.reversalsToApprove(),
                                "/registrar/exits/" + WaitingWork.OLDEST),
                        Kind.of(
                                "BANK_ACCOUNT_TO_APPROVE",
                                words.bankAccounts(),
                                words.bankAccountsToApprove(),
                                ACCESS_OF_OLDEST),
                        Kind.of(
                                "LOGIN_RESET_TO_APPROVE",
                                words.newPasswords(),
                                words.newPasswordsToApprove(),
                                ACCESS_OF_OLDEST),
                        Kind.of(
                                "OWNER_TO_APPROVE",
                                ownerWords.firmsOfOneOwner(),
                                ownerWords.toApprove(),
                                "/registrar/owners"),
                        Kind.of("STAFF_TO_APPROVE", staffWords.desksAndAuditors(), staffWords.toApprove(), "/staff"))));
        cards.add(new Card(words.exits(), "", words.membersThatLeave(), "/registrar/exits", false));
        cards.add(new Card(words.votes(), "", words.votesThatAreAnnounced(), "/registrar/votes", false));
        return cards;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/registrar/applications", words.applications()),
                new Entry("/registrar/members", words.members()),
                new Entry("/registrar/owners", ownerWords.firmsOfOneOwner()),
                new Entry("/registrar/holidays", holidayWords.holidays()),
                new Entry("/staff", staffWords.desksAndAuditors()),
                new Entry("/registrar/exits", words.exits()),
                new Entry("/registrar/votes", words.votes()),
                new Entry("/registrar/bylaws", words.bylaws()));
    }
}
